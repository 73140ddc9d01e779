package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes signing keys before they are stored in the database, where more people can read than in
 * the file: AES-256-GCM under a key derived from the file's, bound to the name of the key.
 */
final class KeySeal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;

    KeySeal(ECKey root) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root.getD().decode(), "HmacSHA256"));
            byte[] derived = mac.doFinal("artifactor: signing keys".getBytes(UTF_8));
            secret = new SecretKeySpec(derived, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    byte[] close(ECKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = key.toJSONString().getBytes(UTF_8);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, key.getKeyID(), text);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    ECKey open(String id, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        try {
            return ECKey.parse(new String(cipher(Cipher.DECRYPT_MODE, nonce, id, rest), UTF_8));
        } catch (ParseException e) {
            // The parser's own message may quote the key.
            throw new IllegalStateException("The signing key " + id + " is not a key");
        }
    }

    private byte[] cipher(int mode, byte[] nonce, String id, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The signing key " + id + " cannot be opened; was its row changed?", e);
        }
    }
}
