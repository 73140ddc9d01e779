package io.artifactor.realm.rest;

import io.artifactor.identity.UserId;
import io.artifactor.realm.RealmIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody as a realm knows them. */
@Schema(name = "RealmIdentity")
public record RealmIdentityResponse(
        UUID id,
        @Schema(
                        examples = "oidc",
                        enumeration = {"ldap", "oidc", "saml"})
                String realm,
        @Schema(description = "What the realm calls them for ever") String subject,
        @Schema(description = "Whose account they use; absent while they wait to be linked")
                @Nullable UUID userId,
        @Schema(examples = "anna") String username,
        @Schema(examples = "Anna Weber") @Nullable String displayName,
        @Schema(examples = "anna@acme.example") @Nullable String email,
        @Schema(description = "Their groups at the last sign-in") List<String> groups,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    static RealmIdentityResponse of(RealmIdentity identity) {
        return new RealmIdentityResponse(
                identity.id(),
                identity.realm().id(),
                identity.subject(),
                identity.user().map(UserId::value).orElse(null),
                identity.username(),
                identity.displayName().orElse(null),
                identity.email().orElse(null),
                identity.groups(),
                identity.firstSeenAt(),
                identity.lastSeenAt());
    }
}
