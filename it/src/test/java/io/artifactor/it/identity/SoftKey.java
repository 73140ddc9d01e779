package io.artifactor.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A security key made of software, and the browser before it, which both lie as told. */
public final class SoftKey {

    /** Of what the browser speaks. */
    record Site(String name, String origin) {}

    static final String NAME = "The blue one";

    private static final int PRESENT = 0x01;
    private static final int WITH_KEY = 0x40;

    private static final int COORDINATE = 32;

    private final byte[] id = new byte[COORDINATE];
    private final KeyPair pair;
    private int count = 1;

    SoftKey() throws GeneralSecurityException {
        new SecureRandom().nextBytes(id);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    SoftKey count(int said) {
        count = said;
        return this;
    }

    Map<String, Object> register(Site site, String challenge) throws GeneralSecurityException {
        ByteArrayOutputStream data = data(site.name(), PRESENT | WITH_KEY);
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(publicKey());
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        bytes(attestation, data.toByteArray());
        return Map.of(
                "name",
                NAME,
                "clientDataJSON",
                text(clientData("webauthn.create", site, challenge)),
                "attestationObject",
                text(attestation.toByteArray()),
                "transports",
                List.of("usb", "telepathy"));
    }

    Map<String, String> sign(Site site, String challenge) throws GeneralSecurityException {
        byte[] said = clientData("webauthn.get", site, challenge);
        byte[] data = data(site.name(), PRESENT).toByteArray();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(said));
        return Map.of(
                "id",
                text(id),
                "clientDataJSON",
                text(said),
                "authenticatorData",
                text(data),
                "signature",
                text(signature.sign()));
    }

    private static byte[] clientData(String type, Site site, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, site.origin())
                .getBytes(UTF_8);
    }

    private ByteArrayOutputStream data(String name, int said) throws GeneralSecurityException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(sha256(name.getBytes(UTF_8)));
        data.write(said);
        data.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        return data;
    }

    /** In COSE: kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(cose, coordinate(key.getW().getAffineX()));
        cose.write(0x22);
        bytes(cose, coordinate(key.getW().getAffineY()));
        return cose.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(signed.length, COORDINATE);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
