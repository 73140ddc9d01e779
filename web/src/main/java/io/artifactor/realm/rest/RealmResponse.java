package io.artifactor.realm.rest;

import io.artifactor.realm.Realm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A realm people can sign in through. */
@Schema(name = "Realm")
public record RealmResponse(
        @Schema(
                        examples = "oidc",
                        enumeration = {"ldap", "oidc", "saml"})
                String realm,
        @Schema(description = "What people call it", examples = "Acme single sign-on") String label,
        @Schema(
                        description =
                                "Where a browser goes to sign in, after POST /sso/begin, as the page"
                                        + " /sign-in/ does; absent where name and password are"
                                        + " taken here",
                        examples = "/sso/oidc")
                @Nullable String location) {

    static RealmResponse of(Realm realm, String label) {
        return new RealmResponse(
                realm.id(), label, realm == Realm.LDAP ? null : "/sso/" + realm.id());
    }
}
