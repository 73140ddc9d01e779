package io.artifactor.identity.rest;

import io.artifactor.identity.AuditEntry;
import io.artifactor.identity.AuditLine;
import io.artifactor.identity.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the audit log. */
@Schema(name = "AuditEntry")
public record AuditResponse(
        @Schema(examples = "4711") long id,
        Instant at,
        @Schema(description = "Who did it; absent if nobody was signed in") @Nullable UUID actorId,
        @Schema(description = "Their name, as it is now", examples = "ada") @Nullable String actor,
        @Schema(examples = "user-created") String action,
        @Schema(
                        description = "The thing it was done to",
                        examples = "user:01a1fd2b-f4c7-7816-bc4b-e862090bbf42")
                @Nullable String subject,
        @Schema(description = "From where", examples = "192.0.2.7") @Nullable String address,
        @Schema(description = "More facts; never a secret, never content")
                Map<String, String> detail) {

    static AuditResponse of(AuditLine line) {
        AuditEntry entry = line.entry();
        return new AuditResponse(
                entry.id(),
                entry.at(),
                entry.actor().map(UserId::value).orElse(null),
                line.actorName().orElse(null),
                entry.action(),
                entry.subject().orElse(null),
                entry.address().orElse(null),
                entry.detail());
    }
}
