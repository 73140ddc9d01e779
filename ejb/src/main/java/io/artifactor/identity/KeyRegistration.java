package io.artifactor.identity;

import java.util.List;

/**
 * A security key to be added, each part in base64url as the browser gave it.
 *
 * @param name by which its owner tells it from others
 * @param transports the ways by which it can be reached
 */
public record KeyRegistration(
        String name, String clientData, String attestation, List<String> transports) {

    public KeyRegistration {
        transports = List.copyOf(transports);
    }

    @Override
    public String toString() {
        return "KeyRegistration[]";
    }
}
