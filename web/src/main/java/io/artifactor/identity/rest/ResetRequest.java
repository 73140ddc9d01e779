package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who forgot their password. */
@Schema(name = "PasswordResetRequest", requiredProperties = "login")
public record ResetRequest(
        @Schema(description = "A user name or an e-mail address", examples = "ada@example.org")
                @Nullable String login) {}
