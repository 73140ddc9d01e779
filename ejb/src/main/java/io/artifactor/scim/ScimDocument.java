package io.artifactor.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A resource as clients see it, but for what only an edge knows: where it is.
 *
 * @param content its attributes
 * @param tag changes with them
 */
public record ScimDocument(
        UUID id, ObjectNode content, Instant created, Instant lastModified, String tag) {

    private static final int TAG_BYTES = 10;

    static ScimDocument of(UUID id, ObjectNode content, Instant created, Instant lastModified) {
        return new ScimDocument(id, content, created, lastModified, digest(content.toString()));
    }

    static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
