package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes of RFC 6238, as all apps for them make: HMAC-SHA-1, six digits, a step of 30
 * seconds. Clocks of phones differ, so the steps before and after the present one count too. Safe
 * for all threads.
 */
final class OneTimeCodes {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int SECRET_BYTES = 20;
    private static final int WINDOW = 1;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HmacOneTimePasswordGenerator GENERATOR =
            new HmacOneTimePasswordGenerator(DIGITS);

    private OneTimeCodes() {}

    /** As many bits as the hash has, which RFC 4226 recommends. */
    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** Whether the text can be one at all. */
    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    static String at(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of HMAC", e);
        }
    }

    /** The step whose code it is, of those that count at that time. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long present = stepAt(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - WINDOW; step <= present + WINDOW; step++) {
            byte[] expected = at(secret, step).getBytes(US_ASCII);
            if (MessageDigest.isEqual(expected, code.getBytes(US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
