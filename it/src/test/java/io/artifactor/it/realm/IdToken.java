package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a provider says of somebody, before it is signed.
 *
 * @param key with which it is signed, if nothing else is said
 */
record IdToken(Map<String, Object> header, Map<String, Object> claims, SigningKey key) {

    private static final ObjectMapper JSON = new ObjectMapper();

    IdToken {
        header = new TreeMap<>(header);
        claims = new TreeMap<>(claims);
    }

    static IdToken of(Map<String, Object> claims, SigningKey key) {
        return new IdToken(Map.of("alg", "RS256", "typ", "JWT", "kid", key.id()), claims, key);
    }

    IdToken withHeader(String name, Object value) {
        IdToken changed = new IdToken(header, claims, key);
        changed.header.put(name, value);
        return changed;
    }

    IdToken with(String claim, Object value) {
        IdToken changed = new IdToken(header, claims, key);
        changed.claims.put(claim, value);
        return changed;
    }

    IdToken without(String claim) {
        IdToken changed = new IdToken(header, claims, key);
        changed.claims.remove(claim);
        return changed;
    }

    /** Said and signed by another, who calls the key so too. */
    IdToken by(SigningKey other) {
        return new IdToken(header, claims, other).withHeader("kid", other.id());
    }

    String signed() {
        return signed(key.sign(unsigned()));
    }

    /** With this as its signature. */
    String signed(byte[] signature) {
        return unsigned() + '.' + encoded(signature);
    }

    /** With a code of this secret in the place of a signature. */
    String sealed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed(mac.doFinal(unsigned().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is signed of it. */
    String unsigned() {
        return encoded(json(header)) + '.' + encoded(json(claims));
    }

    private static byte[] json(Map<String, Object> part) {
        try {
            return JSON.writeValueAsBytes(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
