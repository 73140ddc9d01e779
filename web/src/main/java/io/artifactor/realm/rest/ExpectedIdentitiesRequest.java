package io.artifactor.realm.rest;

import io.artifactor.problem.Problem;
import io.artifactor.realm.ExpectedIdentity;
import io.artifactor.realm.Realm;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** People who are expected to come through a realm. */
@Schema(name = "ExpectedIdentities", requiredProperties = "items")
public record ExpectedIdentitiesRequest(
        @Schema(minItems = 1, maxItems = 1_000) @Nullable List<@Nullable Line> items) {

    List<ExpectedIdentity> expected() {
        if (items == null || items.contains(null)) {
            throw Problem.invalid("items", "must be a list of people.");
        }
        return items.stream().map(Line::expected).toList();
    }

    /** One of them. */
    @Schema(
            name = "ExpectedIdentity",
            requiredProperties = {"realm", "subject", "username"})
    public record Line(
            @Schema(
                            examples = "saml",
                            enumeration = {"ldap", "oidc", "saml"})
                    @Nullable String realm,
            @Schema(
                            description =
                                    "What the realm will call them for ever: of oidc and saml the"
                                            + " issuer, a bar, and the subject or NameID",
                            examples = "https://idp.acme.example|5f0e7a11",
                            minLength = 1,
                            maxLength = 512)
                    @Nullable String subject,
            @Schema(examples = "anna", minLength = 1, maxLength = 512) @Nullable String username,
            @Schema(examples = "anna@acme.example", maxLength = 512) @Nullable String email) {

        ExpectedIdentity expected() {
            return expected(realm, subject, username, email);
        }

        static ExpectedIdentity expected(
                @Nullable String realm,
                @Nullable String subject,
                @Nullable String username,
                @Nullable String email) {
            return new ExpectedIdentity(
                    Realm.find(realm == null ? "" : realm)
                            .orElseThrow(
                                    () -> Problem.invalid("realm", "must be ldap, oidc or saml.")),
                    subject == null ? "" : subject,
                    username == null ? "" : username,
                    email);
        }
    }
}
