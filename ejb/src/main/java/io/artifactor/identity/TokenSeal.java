package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes texts of a few numbers that nobody else can make: the numbers, and HMAC-SHA256 over them.
 * Nothing is stored, and nothing is hidden. Safe for all threads.
 */
final class TokenSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 32;

    private final SecretKeySpec key;
    private final int body;

    /**
     * @param shared a key the nodes share and nobody else has
     * @param purpose what the texts are for: those for another are none here
     * @param numbers how many each holds, as longs
     */
    TokenSeal(byte[] shared, String purpose, int numbers) {
        byte[] derived = mac(new SecretKeySpec(shared, ALGORITHM), purpose.getBytes(US_ASCII));
        this.key = new SecretKeySpec(derived, ALGORITHM);
        this.body = numbers * Long.BYTES;
    }

    String close(long... numbers) {
        ByteBuffer token = ByteBuffer.allocate(body + SIGNATURE);
        for (long number : numbers) {
            token.putLong(number);
        }
        token.put(mac(key, Arrays.copyOf(token.array(), body)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The numbers; empty if the text was not made here. */
    Optional<ByteBuffer> open(String text) {
        byte[] token = bytes(text);
        if (token.length != body + SIGNATURE) {
            return Optional.empty();
        }
        byte[] numbers = Arrays.copyOf(token, body);
        byte[] signature = Arrays.copyOfRange(token, body, token.length);
        return MessageDigest.isEqual(mac(key, numbers), signature)
                ? Optional.of(ByteBuffer.wrap(numbers))
                : Optional.empty();
    }

    private byte[] bytes(String text) {
        // Longer than in any encoding: nobody has much decoded for nothing.
        if (text.length() > 2 * (body + SIGNATURE)) {
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
