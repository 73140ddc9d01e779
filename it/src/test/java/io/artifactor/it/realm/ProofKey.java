package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A key of a client's, to which a provider binds tokens, and the proofs it signs (RFC 9449). */
record ProofKey(SigningKey key) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ProofKey make() {
        return new ProofKey(SigningKey.make("own"));
    }

    /** For asking the provider, where there is no token yet. */
    String proof(String method, String address) {
        return signed(claims(method, address));
    }

    /** For a request with a token. */
    String proof(String method, String address, String token) {
        Map<String, Object> claims = claims(method, address);
        claims.put("ath", encoded(digest(token)));
        return signed(claims);
    }

    private static Map<String, Object> claims(String method, String address) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", address);
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    private String signed(Map<String, Object> claims) {
        Map<String, Object> header =
                Map.of("typ", "dpop+jwt", "alg", "RS256", "jwk", key.published());
        try {
            String text =
                    encoded(JSON.writeValueAsBytes(header))
                            + '.'
                            + encoded(JSON.writeValueAsBytes(claims));
            return text + '.' + encoded(key.sign(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
