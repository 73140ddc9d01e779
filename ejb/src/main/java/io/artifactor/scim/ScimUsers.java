package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.realm.Provisioning;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmIdentity;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The door to the people the provider of a realm tells of by itself. It knows nobody else, and lets
 * nobody into an account that is there already: that is for an administrator to say.
 */
@Stateless
@LocalBean
public class ScimUsers implements ScimResources {

    @Inject private ScimSettings settings;
    @Inject private ScimUserRows rows;
    @Inject private ScimUserChanges changes;
    @Inject private Provisioning provisioning;
    @Inject private ProvisionedUsers users;

    @Override
    public ScimPage search(Caller caller, ScimQuery query) {
        users.requireAdministrator(caller);
        return rows.search(settings.fed(), query);
    }

    @Override
    public ScimDocument get(Caller caller, UUID id, Predicate<String> shown) {
        users.requireAdministrator(caller);
        return rows.document(settings.fed(), id);
    }

    /**
     * Somebody new, or somebody who came through the realm before it told of them. In three
     * transactions after each other: whoever has to wait is kept though the request is refused, and
     * no request holds two connections.
     */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ScimDocument create(Caller caller, JsonNode document) {
        UserAttributes said = UserAttributes.of(document);
        changes.requireNew(caller, said);
        RealmIdentity identity = provisioning.meet(changes.profile(said));
        if (identity.user().isEmpty()) {
            throw ScimErrors.uniqueness(
                    "Somebody here has this name or address already; an administrator has to say"
                            + " whether it is the same person's account.");
        }
        return changes.join(caller, identity.id(), said);
    }

    /** Everything anew, but for who it is. */
    @Override
    public ScimDocument replace(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        users.requireAdministrator(caller);
        ScimUser user = expected(id, expected);
        return changes.write(caller, user, UserAttributes.of(document));
    }

    @Override
    public ScimDocument patch(
            Caller caller, UUID id, Predicate<String> expected, JsonNode document) {
        users.requireAdministrator(caller);
        Patch patch = Patch.of(document);
        ScimUser user = expected(id, expected);
        ObjectNode content = rows.document(settings.fed(), id).content();
        patch.applyTo(content, Shape.USER);
        return changes.write(caller, user, UserAttributes.of(content));
    }

    /** They left, and are not spoken of any more; what they made stays. */
    @Override
    public void remove(Caller caller, UUID id, Predicate<String> expected) {
        users.requireAdministrator(caller);
        ScimUser user = expected(id, expected);
        provisioning.leave(caller, user.identity());
        provisioning.provide(settings.fed(), Map.of(user.identity(), Set.of()));
        rows.remove(user);
        changes.note(caller, "scim-user-removed", user);
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
}
