package io.artifactor.realm;

import io.artifactor.identity.PasswordRealm;
import io.artifactor.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Names and passwords of the directory, if one is configured. Asked outside of transactions. */
@ApplicationScoped
class DirectoryPasswords implements PasswordRealm {

    @Inject private RealmSettings settings;
    @Inject private Directory directory;
    @Inject private RealmRows rows;
    @Inject private WaitingPeople waiting;

    @Override
    public Optional<Vouched> check(String username, String password) {
        return settings.has(Realm.LDAP)
                ? directory
                        .check(username, password)
                        .map(profile ->
                                rows.vouch(profile).orElseThrow(() -> waiting.problem(profile)))
                : Optional.empty();
    }

    @Override
    public Optional<String> nameOf(UserId user) {
        return settings.has(Realm.LDAP) ? rows.nameIn(Realm.LDAP, user) : Optional.empty();
    }
}
