package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells devices on which an account was signed in to before, so that strangers who guess its
 * password do not keep its owner out. A token of a device opens nothing: it only lets its attempts
 * be counted apart. Nothing is stored; the token says whose, which and when, under a signature.
 * Safe for all threads.
 */
final class KnownDevices {

    static final Duration KNOWN = Duration.ofDays(180);

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "artifactor: known devices".getBytes(US_ASCII);
    private static final int BODY = 5 * Long.BYTES;
    private static final int SIGNATURE = 32;
    private static final int LONGEST_TEXT = 100;

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * @param shared a key the nodes share and nobody else has
     */
    KnownDevices(byte[] shared, Clock clock) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(shared, ALGORITHM), PURPOSE), ALGORITHM);
        this.clock = clock;
    }

    /** A token for a device on which the user signed in just now. */
    String issue(UserId user, UUID device) {
        byte[] body =
                ByteBuffer.allocate(BODY)
                        .putLong(user.value().getMostSignificantBits())
                        .putLong(user.value().getLeastSignificantBits())
                        .putLong(device.getMostSignificantBits())
                        .putLong(device.getLeastSignificantBits())
                        .putLong(clock.instant().getEpochSecond())
                        .array();
        byte[] token = Arrays.copyOf(body, BODY + SIGNATURE);
        System.arraycopy(mac(key, body), 0, token, BODY, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The device, if the token was issued for this user and is not too old. */
    Optional<UUID> check(UserId user, String text) {
        byte[] token = bytes(text);
        if (token.length != BODY + SIGNATURE) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(token, BODY);
        byte[] signature = Arrays.copyOfRange(token, BODY, token.length);
        if (!MessageDigest.isEqual(mac(key, body), signature)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(body);
        UUID owner = new UUID(fields.getLong(), fields.getLong());
        UUID device = new UUID(fields.getLong(), fields.getLong());
        Instant end = Instant.ofEpochSecond(fields.getLong()).plus(KNOWN);
        return owner.equals(user.value()) && clock.instant().isBefore(end)
                ? Optional.of(device)
                : Optional.empty();
    }

    private static byte[] bytes(String text) {
        if (text.length() > LONGEST_TEXT) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
