package io.artifactor.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.RunningServer;
import io.artifactor.it.artifact.Rows;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs access tokens with a key the server takes for one of its own: a test puts it into the
 * server's table, sealed with the key in the file, so that what is refused is refused for what the
 * token says and not for who signed it. The server never signs with it.
 */
final class TokenForge implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COORDINATE = 32;

    private final KeyPair accepted = pair("EC", "secp256r1");
    private final String keyId = "of-a-test-" + UUID.randomUUID();

    /** A forge whose key the server knows within seconds. */
    static TokenForge open() throws SQLException, IOException {
        TokenForge forge = new TokenForge();
        forge.smuggle();
        return forge;
    }

    @Override
    public void close() throws SQLException {
        Rows.execute("delete from signing_key where kid = ?", keyId);
    }

    String keyId() {
        return keyId;
    }

    ECPublicKey publicKey() {
        return (ECPublicKey) accepted.getPublic();
    }

    PrivateKey privateKey() {
        return accepted.getPrivate();
    }

    /** The public key as a document. */
    String publicJwk() {
        return publicJwk(keyId, publicKey());
    }

    static String publicJwk(String id, ECPublicKey key) {
        return """
        {"kty":"EC","crv":"P-256","kid":"%s","x":"%s","y":"%s"}\
        """
                .formatted(
                        id,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    /** The token with the signature it ought to have. */
    String sign(String header, String claims) {
        return sign(header, claims, "SHA256withECDSAinP1363Format", privateKey());
    }

    /** The same over what is no text. */
    String sign(String header, byte[] content) {
        String text = text(header) + '.' + text(content);
        return text
                + '.'
                + text(
                        signature(
                                text.getBytes(UTF_8),
                                "SHA256withECDSAinP1363Format",
                                privateKey()));
    }

    static String sign(String header, String claims, String algorithm, PrivateKey key) {
        String text = unsigned(header, claims);
        return text + '.' + text(signature(text.getBytes(UTF_8), algorithm, key));
    }

    /** The two parts that are signed. */
    static String unsigned(String header, String claims) {
        return text(header) + '.' + text(claims);
    }

    static byte[] signature(byte[] text, String algorithm, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    /** The token under a secret both sides would have to share. */
    static String authenticate(String header, String claims, String algorithm, byte[] secret) {
        String text = unsigned(header, claims);
        return text + '.' + text(mac(algorithm, secret, text.getBytes(UTF_8)));
    }

    static KeyPair pair(String algorithm, String parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(parameters));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    static String text(String text) {
        return text(text.getBytes(UTF_8));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void smuggle() throws SQLException, IOException {
        Path file = RunningServer.stack().data().resolve("keys").resolve("signing.jwk");
        JsonNode root = JSON.readTree(Files.readString(file));
        Rows.execute(
                """
                insert into signing_key (kid, root, sealed, signs_from)
                values (?, ?, ?, '9000-01-01')
                """,
                keyId,
                thumbprint(root),
                sealed(Base64.getUrlDecoder().decode(root.path("d").asText())));
    }

    private byte[] sealed(byte[] root) {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        byte[] secret = mac("HmacSHA256", root, "artifactor: signing keys".getBytes(UTF_8));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(secret, "AES"),
                    new GCMParameterSpec(128, nonce));
            cipher.updateAAD(keyId.getBytes(UTF_8));
            byte[] closed = cipher.doFinal(privateJwk().getBytes(UTF_8));
            return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String privateJwk() {
        String d = coordinate(((ECPrivateKey) privateKey()).getS());
        return publicJwk().replaceFirst("\\}$", ",\"d\":\"" + d + "\"}");
    }

    /** RFC 7638. */
    private static String thumbprint(JsonNode key) {
        String canonical =
                """
                {"crv":"P-256","kty":"EC","x":"%s","y":"%s"}\
                """
                        .formatted(key.path("x").asText(), key.path("y").asText());
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coordinate(BigInteger number) {
        byte[] digits = number.toByteArray();
        int from = Math.max(0, digits.length - COORDINATE);
        byte[] whole = new byte[COORDINATE];
        int length = digits.length - from;
        System.arraycopy(digits, from, whole, COORDINATE - length, length);
        return text(whole);
    }

    private static byte[] mac(String algorithm, byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }
}
