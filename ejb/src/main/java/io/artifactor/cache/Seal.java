package io.artifactor.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what nodes leave for each other where others may write, too: HMAC-SHA256 over where it is,
 * until when it is good, and the text. Whoever can write to Redis can so withhold answers, and can
 * neither make one up nor put one elsewhere. Safe for all threads.
 */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param key at least 256 bits nobody but the nodes knows
     */
    public Seal(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("A seal takes a key of 32 bytes or more.");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A key for this purpose alone, from a key the nodes share. */
    public static Seal derivedFrom(byte[] shared) {
        SecretKeySpec source = new SecretKeySpec(shared, ALGORITHM);
        return new Seal(mac(source, "artifactor: answers among nodes"));
    }

    /**
     * @param end until when it is good, in milliseconds of the clock all nodes read
     */
    public String close(String place, long end, String text) {
        return signature(place, end, text) + ' ' + end + ' ' + text;
    }

    /** What was closed for that place; empty for anything else. */
    public Optional<Opened> open(String place, String sealed) {
        String[] parts = sealed.split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        long end;
        try {
            end = Long.parseLong(parts[1]);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        byte[] expected = signature(place, end, parts[2]).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, parts[0].getBytes(StandardCharsets.UTF_8))
                ? Optional.of(new Opened(end, parts[2]))
                : Optional.empty();
    }

    private String signature(String place, long end, String text) {
        // With its length in front, a place and what follows cannot be cut differently.
        byte[] mac = mac(key, place.length() + ":" + place + ' ' + end + ' ' + text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    /**
     * What was closed.
     *
     * @param end until when it is good, in milliseconds
     */
    public record Opened(long end, String text) {}
}
