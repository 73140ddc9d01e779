package io.artifactor.identity;

import java.util.List;

/**
 * What a browser is to ask a security key to sign, as browsers take it.
 *
 * @param challenge in base64url; good once
 * @param timeout in milliseconds
 * @param rpId the name to which the keys are bound
 * @param allowCredentials the keys that will do
 */
public record KeyRequest(
        String challenge,
        long timeout,
        String rpId,
        List<KeyReference> allowCredentials,
        String userVerification) {

    /** A PIN or a finger where the key can: the password is there beside it. */
    public static final String USER_VERIFICATION = "preferred";

    public KeyRequest {
        allowCredentials = List.copyOf(allowCredentials);
    }

    @Override
    public String toString() {
        return "KeyRequest[]";
    }
}
