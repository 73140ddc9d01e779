package io.artifactor.identity.rest;

import io.artifactor.identity.KeyRegistration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A security key to be added. */
@Schema(
        name = "SecurityKeyRegistration",
        description = "What `navigator.credentials.create` gave, each part in base64url",
        requiredProperties = {"name", "clientDataJSON", "attestationObject"})
public record KeyRegistrationRequest(
        @Schema(
                        description = "By which its owner tells it from others",
                        examples = "The blue one",
                        maxLength = 60)
                @Nullable String name,
        @Schema(examples = "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0") @Nullable String clientDataJSON,
        @Schema(examples = "o2NmbXRkbm9uZQ") @Nullable String attestationObject,
        @Schema(
                        description = "The ways by which the browser reaches it, as it says",
                        examples = "[\"usb\"]")
                @Nullable List<@Nullable String> transports) {

    KeyRegistration registration() {
        List<String> ways =
                transports == null
                        ? List.of()
                        : transports.stream().filter(Objects::nonNull).toList();
        return new KeyRegistration(
                Given.text("name", name),
                Given.text("clientDataJSON", clientDataJSON),
                Given.text("attestationObject", attestationObject),
                ways);
    }

    @Override
    public String toString() {
        return "KeyRegistrationRequest[]";
    }
}
