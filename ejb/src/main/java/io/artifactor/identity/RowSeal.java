package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes secrets before they are stored in the database, where more people can read than in the
 * file of the first key: AES-256-GCM under a key derived from that file's for one purpose, bound to
 * the name of whose row it is. Safe for all threads.
 */
final class RowSeal {

    static final String SIGNING_KEYS = "signing keys";
    static final String SECOND_FACTORS = "second factors";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;
    private final String purpose;

    /**
     * @param shared a key the nodes share and nobody else has
     * @param purpose what is closed; nothing opens under another
     */
    RowSeal(byte[] shared, String purpose) {
        this.purpose = purpose;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(shared, "HmacSHA256"));
            secret =
                    new SecretKeySpec(
                            mac.doFinal(("artifactor: " + purpose).getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    byte[] close(String name, byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name, text);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /**
     * @throws IllegalStateException for what was closed for another name, with another key, or was
     *     changed
     */
    byte[] open(String name, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            throw new IllegalStateException(
                    "The row %s of %s holds nothing that was closed".formatted(name, purpose));
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return cipher(Cipher.DECRYPT_MODE, nonce, name, rest);
    }

    private byte[] cipher(int mode, byte[] nonce, String name, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The row %s of %s cannot be opened; was it changed, or the key in the file?"
                            .formatted(name, purpose),
                    e);
        }
    }
}
