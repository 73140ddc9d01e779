package io.artifactor.realm.rest;

import io.artifactor.realm.ExpectedIdentity;
import io.artifactor.realm.PlannedLink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of somebody who is expected to come through a realm. */
@Schema(name = "PlannedLink")
public record PlannedLinkResponse(
        @Schema(
                        examples = "saml",
                        enumeration = {"ldap", "oidc", "saml"})
                String realm,
        @Schema(examples = "https://idp.acme.example|5f0e7a11") String subject,
        @Schema(examples = "anna", description = "What the realm will call them") String username,
        @Schema(
                        examples = "wouldLink",
                        enumeration = {"linked", "wouldLink", "wouldCreate", "conflict"})
                String outcome,
        @Schema(description = "Whose account it is about; absent if there is none")
                @Nullable UUID userId,
        @Schema(examples = "anna", description = "The name of that account")
                @Nullable String account,
        @Schema(
                        description =
                                "By what the account was found: link, username, email, username and"
                                        + " email, administrator",
                        examples = "username")
                @Nullable String by,
        @Schema(description = "In words") String reason) {

    static PlannedLinkResponse of(PlannedLink planned) {
        ExpectedIdentity expected = planned.expected();
        return new PlannedLinkResponse(
                expected.realm().id(),
                expected.subject(),
                expected.username(),
                planned.outcome().id(),
                planned.account().map(it -> it.user().id().value()).orElse(null),
                planned.account().map(it -> it.user().username()).orElse(null),
                planned.account().map(PlannedLink.Account::by).orElse(null),
                planned.reason());
    }
}
