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
import io.artifactor.realm.RealmIdentity;
import io.artifactor.realm.RealmProfile;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The door to the people the provider of a realm tells of by itself. It knows nobody else, and lets
 * nobody into an account that is there already: that is for an administrator to say.
 */
@Stateless
public class ScimUsers {

    @Inject private ScimSettings settings;
    @Inject private ScimUserRows rows;
    @Inject private Provisioning provisioning;
    @Inject private ProvisionedUsers users;
    @Inject private AuditLog audit;

    public ScimPage search(Caller caller, ScimQuery query) {
        users.requireAdministrator(caller);
        return rows.search(settings.fed(), query);
    }

    public ScimDocument get(Caller caller, UUID id) {
        users.requireAdministrator(caller);
        return rows.document(settings.fed(), id);
    }

    /** Somebody new, or somebody who came through the realm before it told of them. */
    public ScimDocument create(Caller caller, JsonNode document) {
        users.requireAdministrator(caller);
        Realm realm = settings.fed();
        UserAttributes said = UserAttributes.of(document);
        rows.requireFree(realm, said, Optional.empty());
        RealmIdentity identity = provisioning.meet(profile(realm, said));
        if (identity.user().isEmpty()) {
            throw ScimErrors.uniqueness(
                    "Somebody here has this name or address already; an administrator has to say"
                            + " whether it is the same person's account.");
        }
        ScimUser user = new ScimUser(realm, identity.id(), said, now());
        rows.add(user);
        apply(caller, user, said);
        note(caller, "scim-user-created", user);
        return rows.document(realm, user.id());
    }

    /** Everything anew, but for who it is. */
    public ScimDocument replace(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        users.requireAdministrator(caller);
        ScimUser user = expected(id, expected);
        return write(caller, user, UserAttributes.of(document));
    }

    public ScimDocument patch(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        users.requireAdministrator(caller);
        Patch patch = Patch.of(document);
        ScimUser user = expected(id, expected);
        ObjectNode content = rows.document(settings.fed(), id).content();
        patch.applyTo(content, Shape.USER);
        return write(caller, user, UserAttributes.of(content));
    }

    /** They left, and are not spoken of any more; what they made stays. */
    public void remove(Caller caller, UUID id, Predicate<String> expected) {
        users.requireAdministrator(caller);
        ScimUser user = expected(id, expected);
        provisioning.leave(caller, user.identity());
        provisioning.provide(settings.fed(), Map.of(user.identity(), Set.of()));
        rows.remove(user);
        note(caller, "scim-user-removed", user);
    }

    private ScimUser expected(UUID id, Predicate<String> expected) {
        Realm realm = settings.fed();
        ScimUser user = rows.locked(realm, id);
        if (!expected.test(rows.document(realm, id).tag())) {
            throw new Problem(
                    ProblemCode.PRECONDITION_FAILED,
                    "The user was changed in the meantime; read it again and repeat.");
        }
        return user;
    }

    private ScimDocument write(Caller caller, ScimUser user, UserAttributes said) {
        if (!said.externalId().equals(user.externalId())) {
            throw ScimErrors.mutability(
                    "externalId: is who somebody is, and stays; remove them and tell of another.");
        }
        Realm realm = settings.fed();
        rows.requireFree(realm, said, Optional.of(user.id()));
        user.describe(said, now());
        rows.flush();
        apply(caller, user, said);
        note(caller, "scim-user-changed", user);
        return rows.document(realm, user.id());
    }

    private void apply(Caller caller, ScimUser user, UserAttributes said) {
        provisioning.describe(user.identity(), profile(settings.fed(), said));
        if (Boolean.FALSE.equals(said.active())) {
            provisioning.leave(caller, user.identity());
        } else if (said.active() != null || isNew(user)) {
            provisioning.comeBack(caller, user.identity());
        }
    }

    /** Whoever is told of without a word of whether they are let in, is. */
    private static boolean isNew(ScimUser user) {
        return user.createdAt().equals(user.updatedAt());
    }

    private RealmProfile profile(Realm realm, UserAttributes said) {
        return new RealmProfile(
                realm,
                settings.subject(said.externalId()),
                said.userName(),
                said.shownName().orElse(null),
                said.email().orElse(null),
                Set.of());
    }

    private void note(Caller caller, String action, ScimUser user) {
        audit.append(
                AuditEvent.by(caller, action, "realm-identity:" + user.identity())
                        .with("scim", user.id().toString()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
