package io.artifactor.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.problem.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The sort key of the last row of a page. As text it is opaque, and carries a digest over itself
 * and the list it belongs to, so that a cursor cut short, made up, or taken to a list with other
 * filters is refused instead of showing the wrong rows. It opens nothing: who may read is decided
 * afresh for every page.
 */
public final class Cursor {

    private static final int DIGEST_BYTES = 8;
    private static final int MAX_TEXT = 8_000;
    private static final String SEPARATOR = "\0";

    private final List<String> position;

    private Cursor(List<String> position) {
        this.position = position;
    }

    /** A cursor at the given values; their texts must not hold the character U+0000. */
    public static Cursor at(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    /**
     * @param list names the list with its order and all its filters
     */
    public String encode(String list) {
        byte[] values = String.join(SEPARATOR, position).getBytes(UTF_8);
        byte[] bytes =
                ByteBuffer.allocate(DIGEST_BYTES + values.length)
                        .put(digest(list, values))
                        .put(values)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws Problem {@code INVALID_INPUT} naming {@code cursor} if it was not made for this list
     */
    public static Cursor decode(String text, String list) {
        byte[] bytes = bytes(text);
        byte[] values = Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length);
        if (!Arrays.equals(digest(list, values), Arrays.copyOf(bytes, DIGEST_BYTES))) {
            throw refused();
        }
        return new Cursor(List.of(new String(values, UTF_8).split(SEPARATOR, -1)));
    }

    private static byte[] bytes(String text) {
        if (text.length() > MAX_TEXT) {
            throw refused();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        if (bytes.length < DIGEST_BYTES) {
            throw refused();
        }
        return bytes;
    }

    public String text(int index) {
        if (index >= position.size()) {
            throw refused();
        }
        return position.get(index);
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(text(index));
        } catch (DateTimeParseException e) {
            throw refused();
        }
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    private static byte[] digest(String list, byte[] values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(values), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static Problem refused() {
        return Problem.invalid(
                "cursor",
                "is not a cursor of this list; take `next` of the page before, with the same"
                        + " filters and order, or leave it out to start again.");
    }
}
