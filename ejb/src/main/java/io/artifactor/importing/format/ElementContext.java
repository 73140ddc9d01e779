package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a reader needs to know besides the element itself.
 *
 * @param fileTitle name of the file without its ending, for what has no title of its own
 * @param fingerprint of the element's bytes, the options and the reader
 */
record ElementContext(ReadingOptions options, String fileTitle, String fingerprint) {

    /** Changes whenever the readers give something else for the same bytes. */
    private static final String READERS = "readers/1";

    static ElementContext of(
            ReadingOptions options, String fileTitle, byte[] bytes, int from, int length) {
        MessageDigest digest = sha256();
        String how =
                READERS + " " + options.codeBlockMinLines() + " " + options.codeBlockMinChars();
        digest.update(how.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes, from, length);
        return new ElementContext(options, fileTitle, HexFormat.of().formatHex(digest.digest()));
    }

    /** An identity for what has none, made of what will still be the same later. */
    static String derivedId(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return "derived-" + HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    /** The raw text of blocks nobody knows. */
    static String raw(JsonNode blocks) {
        return blocks.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
