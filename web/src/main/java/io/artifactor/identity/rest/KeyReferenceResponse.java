package io.artifactor.identity.rest;

import io.artifactor.identity.KeyReference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a browser finds a security key. */
@Schema(name = "SecurityKeyReference")
public record KeyReferenceResponse(
        @Schema(examples = KeyReference.TYPE) String type,
        @Schema(description = "Of the credential, in base64url", examples = "AQIDBAUGBwg")
                String id,
        @Schema(examples = "[\"usb\"]") List<String> transports) {

    static List<KeyReferenceResponse> each(List<KeyReference> keys) {
        return keys.stream()
                .map(key -> new KeyReferenceResponse(key.type(), key.id(), key.transports()))
                .toList();
    }
}
