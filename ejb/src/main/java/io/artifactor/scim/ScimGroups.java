package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.realm.Provisioning;
import io.artifactor.realm.Realm;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The door to the groups the provider of a realm tells of by itself. Whoever is in one is in the
 * realm's group of that name at once, not only from their next sign-in on.
 */
@Stateless
@LocalBean
public class ScimGroups implements ScimResources {

    @Inject private ScimSettings settings;
    @Inject private ScimGroupRows rows;
    @Inject private ScimUserRows people;
    @Inject private Provisioning provisioning;
    @Inject private ProvisionedUsers users;
    @Inject private AuditLog audit;

    @Override
    public ScimPage search(Caller caller, ScimQuery query) {
        users.requireAdministrator(caller);
        return rows.search(settings.fed(), query);
    }

    @Override
    public ScimDocument get(Caller caller, UUID id, Predicate<String> shown) {
        users.requireAdministrator(caller);
        return rows.document(settings.fed(), id, shown.test("members"));
    }

    @Override
    public ScimDocument create(Caller caller, JsonNode document) {
        users.requireAdministrator(caller);
        Realm realm = settings.fed();
        GroupAttributes said = GroupAttributes.of(document);
        rows.requireFree(realm, said, Optional.empty());
        ScimGroup group = new ScimGroup(realm, said, now());
        rows.add(group);
        rows.join(group, said.members());
        regroup(realm, said.members());
        note(caller, "scim-group-created", group);
        return rows.document(realm, group.id(), true);
    }

    @Override
    public ScimDocument replace(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        users.requireAdministrator(caller);
        ScimGroup group = expected(id, expected);
        return write(caller, group, GroupAttributes.of(document));
    }

    @Override
    public ScimDocument patch(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        users.requireAdministrator(caller);
        Patch patch = Patch.of(document);
        ScimGroup group = expected(id, expected);
        ObjectNode content = rows.document(settings.fed(), id, true).content();
        patch.applyTo(content, Shape.GROUP);
        return write(caller, group, GroupAttributes.of(content));
    }

    @Override
    public void remove(Caller caller, UUID id, Predicate<String> expected) {
        users.requireAdministrator(caller);
        ScimGroup group = expected(id, expected);
        Set<UUID> members = rows.members(id);
        rows.remove(group);
        regroup(settings.fed(), members);
        note(caller, "scim-group-removed", group);
    }

    private ScimGroup expected(UUID id, Predicate<String> expected) {
        Realm realm = settings.fed();
        ScimGroup group = rows.locked(realm, id);
        if (!expected.test(rows.document(realm, id, false).tag())) {
            throw new Problem(
                    ProblemCode.PRECONDITION_FAILED,
                    "The group was changed in the meantime; read it again and repeat.");
        }
        return group;
    }

    private ScimDocument write(Caller caller, ScimGroup group, GroupAttributes said) {
        Realm realm = settings.fed();
        rows.requireFree(realm, said, Optional.of(group.id()));
        boolean renamed = !group.displayName().equals(said.displayName());
        group.describe(said, now());
        rows.flush();
        Set<UUID> had = rows.members(group.id());
        Set<UUID> gone = without(had, said.members());
        Set<UUID> come = without(said.members(), had);
        rows.leave(group, gone);
        rows.join(group, come);
        Set<UUID> concerned = new TreeSet<>(gone);
        concerned.addAll(renamed ? said.members() : come);
        regroup(realm, concerned);
        note(caller, "scim-group-changed", group);
        return rows.document(realm, group.id(), true);
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private void regroup(Realm realm, Set<UUID> concerned) {
        if (!concerned.isEmpty()) {
            provisioning.provide(realm, people.groupNames(List.copyOf(concerned)));
        }
    }

    private void note(Caller caller, String action, ScimGroup group) {
        audit.append(
                AuditEvent.by(caller, action, "scim-group:" + group.id())
                        .with("name", group.displayName()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
