package io.artifactor.identity;

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
import java.util.List;

/** A security key made of software, and the browser before it, which both lie as told. */
final class SoftKey {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    static final int CAN_BE_COPIED = 0x08;
    static final int COPIED = 0x10;
    private static final int WITH_KEY = 0x40;

    private static final int COORDINATE = 32;

    private final byte[] id = new byte[COORDINATE];
    private final KeyPair pair;
    private int flags = PRESENT;
    private int count = 1;

    SoftKey() throws GeneralSecurityException {
        new SecureRandom().nextBytes(id);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    SoftKey flags(int said) {
        flags = said;
        return this;
    }

    SoftKey count(int said) {
        count = said;
        return this;
    }

    KeyRegistration register(KeySite site, String challenge) throws GeneralSecurityException {
        ByteArrayOutputStream data = data(site.name(), flags | WITH_KEY);
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
        return new KeyRegistration(
                "soft",
                Base64Url.of(clientData("webauthn.create", site, challenge)),
                Base64Url.of(attestation.toByteArray()),
                List.of("usb"));
    }

    KeyAnswer sign(KeySite site, String challenge) throws GeneralSecurityException {
        byte[] said = clientData("webauthn.get", site, challenge);
        byte[] data = data(site.name(), flags).toByteArray();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(said));
        return new KeyAnswer(
                Base64Url.of(id),
                Base64Url.of(said),
                Base64Url.of(data),
                Base64Url.of(signature.sign()));
    }

    private static byte[] clientData(String type, KeySite site, String challenge) {
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

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
