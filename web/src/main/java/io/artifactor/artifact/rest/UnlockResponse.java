package io.artifactor.artifact.rest;

import io.artifactor.identity.LinkTicket;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands for the password of a share link for a while. */
@Schema(name = "ShareTicket")
public record UnlockResponse(
        @Schema(description = "To be sent as `Share-Ticket`", examples = "c2lnbmVkIHRpY2tldA")
                String ticket,
        @Schema(description = "When it is over") Instant expiresAt) {

    static UnlockResponse of(LinkTicket ticket) {
        return new UnlockResponse(ticket.text(), ticket.end());
    }

    @Override
    public String toString() {
        return "UnlockResponse[" + expiresAt + "]";
    }
}
