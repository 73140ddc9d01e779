package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands in for a one-time code once, for who has lost the device: 25 letters and digits,
 * about 124 bits. So many need no slow hash.
 */
record RecoveryCode(String text) {

    static final int NUMBER = 10;

    static List<RecoveryCode> next() {
        return Stream.generate(() -> new RecoveryCode(GeneratedPassword.next()))
                .limit(NUMBER)
                .toList();
    }

    /** Without what people leave out or add when they type a code. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** What is stored instead of the code. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(plain(text).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode[]";
    }
}
