package io.artifactor.realm.rest;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.realm.ConfirmedLink;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** People who are expected to come through a realm, and whose account each is to use. */
@Schema(name = "ConfirmedIdentities", requiredProperties = "items")
public record ConfirmedIdentitiesRequest(
        @Schema(minItems = 1, maxItems = 1_000) @Nullable List<@Nullable Line> items) {

    List<ConfirmedLink> confirmed() {
        if (items == null || items.contains(null)) {
            throw Problem.invalid("items", "must be a list of people.");
        }
        return items.stream().map(Line::confirmed).toList();
    }

    /** One of them. */
    @Schema(
            name = "ConfirmedIdentity",
            requiredProperties = {"realm", "subject", "username", "userId"})
    public record Line(
            @Schema(
                            examples = "saml",
                            enumeration = {"ldap", "oidc", "saml"})
                    @Nullable String realm,
            @Schema(examples = "https://idp.acme.example|5f0e7a11", minLength = 1, maxLength = 512)
                    @Nullable String subject,
            @Schema(examples = "anna", minLength = 1, maxLength = 512) @Nullable String username,
            @Schema(examples = "anna@acme.example", maxLength = 512) @Nullable String email,
            @Nullable UUID userId) {

        ConfirmedLink confirmed() {
            if (userId == null) {
                throw Problem.invalid("userId", "must name the account.");
            }
            return new ConfirmedLink(
                    ExpectedIdentitiesRequest.Line.expected(realm, subject, username, email),
                    new UserId(userId));
        }
    }
}
