package io.artifactor.it.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a token of the server says, signed anew by the forge; and each time bent in one point.
 *
 * @param token as the server signed it
 * @param stranger the same of another user
 * @param refreshToken that belongs to it
 */
record Genuine(
        TokenForge forge,
        String token,
        String stranger,
        String refreshToken,
        String deviceToken,
        String personalToken) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Another value, or none, for one thing the header says. */
    String header(String name, @Nullable Object value) {
        return bent(document(headerPart()), name, value);
    }

    String header() {
        return header("kid", forge.keyId());
    }

    /** Another value, or none, for one thing the claims say. */
    String claims(String name, @Nullable Object value) {
        return bent(document(part(token, 1)), name, value);
    }

    String claims() {
        return document(part(token, 1)).toString();
    }

    String claim(String name) {
        return document(part(token, 1)).path(name).asText();
    }

    String claimOfStranger(String name) {
        return document(part(stranger, 1)).path(name).asText();
    }

    /** With one header bent, and signed as if nothing was. */
    String withHeader(String name, @Nullable Object value) {
        return forge.sign(header(name, value), claims());
    }

    /** With one claim bent, and signed as if nothing was. */
    String withClaim(String name, @Nullable Object value) {
        return forge.sign(header(), claims(name, value));
    }

    /** Everything right, so that it opens. */
    String unbent() {
        return forge.sign(header(), claims());
    }

    static String part(String token, int index) {
        return token.split("\\.")[index];
    }

    /** What the server's own header says, with the key of the forge. */
    private String headerPart() {
        return TokenForge.text(bent(document(part(token, 0)), "kid", forge.keyId()));
    }

    private static String bent(ObjectNode document, String name, @Nullable Object value) {
        document.remove(name);
        if (value != null) {
            document.set(name, value instanceof Absent ? JSON.nullNode() : JSON.valueToTree(value));
        }
        return document.toString();
    }

    /** Says that a thing is there, and {@code null}. */
    enum Absent {
        NULL
    }

    private static ObjectNode document(String part) {
        String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
