package io.artifactor.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.it.identity.Genuine.Absent;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens nobody signed, or somebody else, or with a key that is none: all that was ever tried. */
final class ForgedSignatures {

    private static final String ES256 = "SHA256withECDSAinP1363Format";
    private static final KeyPair STRANGE = TokenForge.pair("EC", "secp256r1");

    private final List<Forgery> all = new ArrayList<>();

    private ForgedSignatures() {}

    static List<Forgery> all() {
        ForgedSignatures tokens = new ForgedSignatures();
        tokens.unsigned();
        tokens.confusedAlgorithms();
        tokens.otherAlgorithms();
        tokens.brokenSignatures();
        tokens.keyNames();
        tokens.keysBroughtAlong();
        return tokens.all;
    }

    private void add(String name, Function<Genuine, String> make) {
        all.add(new Forgery(name, make));
    }

    private void unsigned() {
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            add(
                    "alg " + none,
                    it ->
                            TokenForge.text(it.header("alg", none))
                                    + '.'
                                    + TokenForge.text(it.claims())
                                    + '.');
        }
        add("alg none with a signature", it -> it.withHeader("alg", "none"));
        add(
                "alg none without the last dot",
                it -> TokenForge.unsigned(it.header("alg", "none"), it.claims()));
        add("no signature", it -> cut(it.token(), it.token().lastIndexOf('.') + 1));
        add("no third part", it -> cut(it.token(), it.token().lastIndexOf('.')));
    }

    /** The public key, which everybody may know, used as a shared secret. */
    private void confusedAlgorithms() {
        Map<String, Function<Genuine, byte[]>> secrets =
                Map.of(
                        "the key in DER", it -> it.forge().publicKey().getEncoded(),
                        "the key in PEM", it -> pem(it.forge().publicKey()).getBytes(UTF_8),
                        "the key as JWK", it -> it.forge().publicJwk().getBytes(UTF_8),
                        "the point", it -> point(it.forge().publicKey()),
                        "nothing", it -> new byte[1],
                        "a word", it -> "secret".getBytes(UTF_8));
        secrets.forEach((name, secret) ->
                add(
                        "HS256 with " + name,
                        it ->
                                TokenForge.authenticate(
                                        it.header("alg", "HS256"),
                                        it.claims(),
                                        "HmacSHA256",
                                        secret.apply(it))));
        for (String bits : List.of("384", "512")) {
            add(
                    "HS" + bits + " with the key in DER",
                    it ->
                            TokenForge.authenticate(
                                    it.header("alg", "HS" + bits),
                                    it.claims(),
                                    "HmacSHA" + bits,
                                    it.forge().publicKey().getEncoded()));
        }
    }

    private void otherAlgorithms() {
        KeyPair rsa = TokenForge.pair("RSA", "");
        KeyPair edwards = TokenForge.pair("Ed25519", "");
        signedBy("RS256", "SHA256withRSA", rsa);
        signedBy("RS512", "SHA512withRSA", rsa);
        signedBy("ES384", "SHA384withECDSAinP1363Format", TokenForge.pair("EC", "secp384r1"));
        signedBy("ES512", "SHA512withECDSAinP1363Format", TokenForge.pair("EC", "secp521r1"));
        signedBy("EdDSA", "Ed25519", edwards);
        signedBy("ES256", ES256, STRANGE);
        add("ES384 with the key of ES256", it -> signedAs(it, "ES384", "SHA384"));
        add("ES256K with the key of ES256", it -> it.withHeader("alg", "ES256K"));
        add("es256 in small letters", it -> it.withHeader("alg", "es256"));
        add("no alg", it -> it.withHeader("alg", null));
        add("alg null", it -> it.withHeader("alg", Absent.NULL));
        add("alg a number", it -> it.withHeader("alg", 256));
        add("alg a list", it -> it.withHeader("alg", List.of("ES256")));
    }

    private void signedBy(String name, String algorithm, KeyPair key) {
        add(
                name + " with another key",
                it ->
                        TokenForge.sign(
                                it.header("alg", name), it.claims(), algorithm, key.getPrivate()));
    }

    private void brokenSignatures() {
        add("signature cut", it -> cut(it.unbent(), it.unbent().length() - 8));
        add("signature halved", it -> signed(it, Arrays.copyOf(signature(it), 32)));
        add("signature one byte longer", it -> signed(it, Arrays.copyOf(signature(it), 65)));
        add("signature of zeros", it -> signed(it, new byte[64]));
        add("signature of ones", it -> signed(it, filled((byte) -1)));
        add("signature with a bit turned", it -> signed(it, turned(signature(it))));
        add(
                "signature in DER",
                it ->
                        TokenForge.sign(
                                it.header(),
                                it.claims(),
                                "SHA256withECDSA",
                                it.forge().privateKey()));
        add("signature of another token", it -> exchanged(it.token(), it.stranger(), 2));
        add("claims of another token", it -> exchanged(it.token(), it.stranger(), 1));
        add("header of the forge", it -> exchanged(it.token(), it.unbent(), 0));
        add("another's id under the signature", it -> withOtherClaims(it, it.claims("sub", "x")));
    }

    private void keyNames() {
        keyName("no kid", null);
        keyName("kid null", Absent.NULL);
        keyName("kid empty", "");
        keyName("kid unknown", UUID.randomUUID().toString());
        keyName("kid a list", List.of("a"));
        keyName("kid a number", 1);
        keyName("kid a wildcard", "%");
        keyName("kid very long", "k".repeat(2000));
        keyName("kid with NUL", "of-a-test\0");
        keyName("kid in SQL", "' or '1'='1");
        keyName("kid an address", "http://127.0.0.1:9/key");
        keyName("kid a command", "$(id)|id;`id`");
        keyName("kid a template", "${jndi:ldap://127.0.0.1:9/a}");
        keyName("kid a path", "../../keys/signing.jwk");
        shared("kid leads to nothing", "../../../../../../../../dev/null", new byte[1]);
        shared("kid leads to a known file", "/proc/sys/kernel/randomize_va_space", "2\n");
        shared("kid makes a key in SQL", "x' union select 'c2VjcmV0' -- ", "secret");
    }

    private void keyName(String name, @Nullable Object id) {
        add(name, it -> it.withHeader("kid", id));
    }

    private void shared(String name, String id, String secret) {
        shared(name, id, secret.getBytes(UTF_8));
    }

    private void shared(String name, String id, byte[] secret) {
        add(
                name,
                it ->
                        TokenForge.authenticate(
                                it.header("kid", id).replace("ES256", "HS256"),
                                it.claims(),
                                "HmacSHA256",
                                secret));
    }

    private void keysBroughtAlong() {
        String own = TokenForge.publicJwk("mine", (ECPublicKey) STRANGE.getPublic());
        broughtAlong("jwk", "\"jwk\":" + own + ",\"kid\":\"mine\"");
        broughtAlong("jwk without kid", "\"jwk\":" + own);
        broughtAlong("jku", "\"jku\":\"http://127.0.0.1:9/keys\",\"kid\":\"mine\"");
        broughtAlong("x5u", "\"x5u\":\"http://127.0.0.1:9/chain\",\"kid\":\"mine\"");
        broughtAlong("x5c", "\"x5c\":[\"MIIB\"],\"kid\":\"mine\"");
        broughtAlong("x5t", "\"x5t\":\"AAAA\",\"kid\":\"mine\"");
        add(
                "jwk beside a known kid",
                it ->
                        TokenForge.sign(
                                it.header().replaceFirst("\\}$", ",\"jwk\":" + own + "}"),
                                it.claims(),
                                ES256,
                                STRANGE.getPrivate()));
    }

    private void broughtAlong(String name, String header) {
        add(
                "key brought along: " + name,
                it ->
                        TokenForge.sign(
                                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"," + header + "}",
                                it.claims(),
                                ES256,
                                STRANGE.getPrivate()));
    }

    private static String cut(String text, int end) {
        return text.substring(0, end);
    }

    private static byte[] signature(Genuine it) {
        return Base64.getUrlDecoder().decode(Genuine.part(it.unbent(), 2));
    }

    private static String signed(Genuine it, byte[] signature) {
        return TokenForge.unsigned(it.header(), it.claims()) + '.' + TokenForge.text(signature);
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[64];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] turned(byte[] signature) {
        signature[40] ^= 1;
        return signature;
    }

    private static String exchanged(String token, String other, int index) {
        String[] parts = token.split("\\.");
        parts[index] = Genuine.part(other, index);
        return String.join(".", parts);
    }

    private static String withOtherClaims(Genuine it, String claims) {
        String[] parts = it.token().split("\\.");
        parts[1] = TokenForge.text(claims);
        return String.join(".", parts);
    }

    private static String signedAs(Genuine it, String name, String digest) {
        return TokenForge.sign(
                it.header("alg", name),
                it.claims(),
                digest + "withECDSAinP1363Format",
                it.forge().privateKey());
    }

    private static String pem(ECPublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] point(ECPublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length);
    }
}
