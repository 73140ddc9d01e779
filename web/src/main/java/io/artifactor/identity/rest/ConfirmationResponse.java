package io.artifactor.identity.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the caller is who they are. */
@Schema(name = "Confirmation", requiredProperties = "confirmedUntil")
public record ConfirmationResponse(
        @Schema(description = "Until then this sign-in is not asked again")
                Instant confirmedUntil) {}
