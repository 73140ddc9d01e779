package io.artifactor.identity;

import java.util.List;

/**
 * By what a browser finds a security key, as browsers take it.
 *
 * @param id of its credential, in base64url
 */
public record KeyReference(String type, String id, List<String> transports) {

    /** What every key that signs by itself is to browsers. */
    public static final String TYPE = "public-key";

    public KeyReference {
        transports = List.copyOf(transports);
    }
}
