package io.artifactor.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A random bearer secret of 256 bits behind a prefix that says what it is, so that secret scanners
 * can find leaked ones. So many bits need no slow hash: SHA-256 keeps the table useless to a thief.
 */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int READABLE = 6;
    private static final Pattern BODY = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** The kinds of secrets, each with the prefix that tells them apart. */
    enum Kind {
        PERSONAL("art_"),
        REFRESH("arr_"),
        RESET("arp_"),
        BROWSER("arb_"),
        SHARE("ars_"),
        INVITATION("ari_"),
        LINK("arl_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    static Secret next(Kind kind) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(
                kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret in a text a client sent, unless the text cannot be one. */
    static Optional<Secret> parse(Kind kind, String text) {
        boolean possible =
                text.startsWith(kind.prefix())
                        && BODY.matcher(text.substring(kind.prefix().length())).matches();
        return possible ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** What is stored instead of the secret. */
    String hash() {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The first characters, enough to recognise and far too few to guess from. */
    String prefix() {
        return text.substring(0, text.indexOf('_') + 1 + READABLE);
    }

    @Override
    public String toString() {
        return "Secret[" + prefix() + "…]";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
