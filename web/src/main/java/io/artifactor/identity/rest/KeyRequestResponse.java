package io.artifactor.identity.rest;

import io.artifactor.identity.KeyRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a browser is to ask one of the caller's security keys. */
@Schema(
        name = "SecurityKeyRequest",
        description = "For `navigator.credentials.get`, with bytes in base64url")
public record KeyRequestResponse(
        @Schema(
                        description = "Good once",
                        examples = "dGhpcyBpcyBhIGNoYWxsZW5nZSBvZiB0aGlydHktdHdvIQ")
                String challenge,
        @Schema(description = "In milliseconds", examples = "300000") long timeout,
        @Schema(examples = "library.example.com") String rpId,
        List<KeyReferenceResponse> allowCredentials,
        @Schema(examples = KeyRequest.USER_VERIFICATION) String userVerification) {

    static KeyRequestResponse of(KeyRequest request) {
        return new KeyRequestResponse(
                request.challenge(),
                request.timeout(),
                request.rpId(),
                KeyReferenceResponse.each(request.allowCredentials()),
                request.userVerification());
    }

    @Override
    public String toString() {
        return "KeyRequestResponse[]";
    }
}
