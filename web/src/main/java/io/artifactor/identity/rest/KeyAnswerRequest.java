package io.artifactor.identity.rest;

import io.artifactor.identity.KeyAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a security key signed. */
@Schema(
        name = "SecurityKeyAnswer",
        description = "What `navigator.credentials.get` gave, each part in base64url",
        requiredProperties = {"id", "clientDataJSON", "authenticatorData", "signature"})
public record KeyAnswerRequest(
        @Schema(description = "Of the credential", examples = "AQIDBAUGBwg") @Nullable String id,
        @Schema(examples = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0") @Nullable String clientDataJSON,
        @Schema(examples = "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ")
                @Nullable String authenticatorData,
        @Schema(examples = "MEUCIQ") @Nullable String signature) {

    KeyAnswer answer() {
        return new KeyAnswer(
                Given.text("key.id", id),
                Given.text("key.clientDataJSON", clientDataJSON),
                Given.text("key.authenticatorData", authenticatorData),
                Given.text("key.signature", signature));
    }

    @Override
    public String toString() {
        return "KeyAnswerRequest[]";
    }
}
