package io.artifactor.scim;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.realm.Provisioning;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is done with what a provider says of its people. */
@ApplicationScoped
@Transactional
class ScimUserChanges {

    @Inject private ScimSettings settings;
    @Inject private ScimUserRows rows;
    @Inject private Provisioning provisioning;
    @Inject private ProvisionedUsers users;
    @Inject private AuditLog audit;

    /** Refuses whoever may not tell, and whom they told of already. */
    public void requireNew(Caller caller, UserAttributes said) {
        users.requireAdministrator(caller);
        rows.requireFree(settings.fed(), said, Optional.empty());
    }

    /** From now on the person is one the provider told of. */
    public ScimDocument join(Caller caller, UUID identity, UserAttributes said) {
        Realm realm = settings.fed();
        rows.requireFree(realm, said, Optional.empty());
        ScimUser user = new ScimUser(realm, identity, said, now());
        rows.add(user);
        provisioning.describe(identity, profile(said));
        if (Boolean.FALSE.equals(said.active())) {
            provisioning.leave(caller, identity);
        } else {
            provisioning.comeBack(caller, identity);
        }
        note(caller, "scim-user-created", user);
        return rows.document(realm, user.id());
    }

    /** What is said of somebody anew; of whether they are let in, only if it is said. */
    public ScimDocument write(Caller caller, ScimUser user, UserAttributes said) {
        if (!said.externalId().equals(user.externalId())) {
            throw ScimErrors.mutability(
                    "externalId: is who somebody is, and stays; remove them and tell of another.");
        }
        Realm realm = settings.fed();
        rows.requireFree(realm, said, Optional.of(user.id()));
        user.describe(said, now());
        rows.flush();
        provisioning.describe(user.identity(), profile(said));
        if (Boolean.FALSE.equals(said.active())) {
            provisioning.leave(caller, user.identity());
        } else if (said.active() != null) {
            provisioning.comeBack(caller, user.identity());
        }
        note(caller, "scim-user-changed", user);
        return rows.document(realm, user.id());
    }

    /** As the realm will vouch for them when they come. */
    public RealmProfile profile(UserAttributes said) {
        return new RealmProfile(
                settings.fed(),
                settings.subject(said.externalId()),
                said.userName(),
                said.shownName().orElse(null),
                said.email().orElse(null),
                Set.of());
    }

    public void note(Caller caller, String action, ScimUser user) {
        audit.append(
                AuditEvent.by(caller, action, "realm-identity:" + user.identity())
                        .with("scim", user.id().toString()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
