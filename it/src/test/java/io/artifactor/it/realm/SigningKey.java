package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A key with which a provider signs.
 *
 * @param id what it is called among the published ones
 */
record SigningKey(String id, KeyPair pair) {

    private static final int BITS = 2048;

    static SigningKey make(String id) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(BITS);
            return new SigningKey(id, keys.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SigningKey called(String other) {
        return new SigningKey(other, pair);
    }

    byte[] sign(String text) {
        return sign(text, "SHA256withRSA");
    }

    byte[] sign(String text, String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its public half, as it is published. */
    Map<String, Object> published() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "kid",
                id,
                "n",
                number(key.getModulus()),
                "e",
                number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
