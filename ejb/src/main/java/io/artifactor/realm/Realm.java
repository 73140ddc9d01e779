package io.artifactor.realm;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of realms elsewhere. There is at most one of each. */
public enum Realm {
    LDAP("ldap"),
    OIDC("oidc"),
    SAML("saml");

    private final String id;

    Realm(String id) {
        this.id = id;
    }

    /** As it stands in the interface and in rows. */
    public String id() {
        return id;
    }

    public static Optional<Realm> find(String id) {
        return Arrays.stream(values()).filter(realm -> realm.id.equals(id)).findFirst();
    }
}
