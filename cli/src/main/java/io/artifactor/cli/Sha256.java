package io.artifactor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digests as this command meets them: hexadecimal in documents, Base64 in headers. */
final class Sha256 {

    private static final Pattern IN_HEADER =
            Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]+):");

    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Of a whole file, in hexadecimal digits. */
    static String of(Path file) throws IOException {
        MessageDigest digest = start();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    /** The {@code Repr-Digest} header (RFC 9530) that says this. */
    static String header(String hex) {
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return "sha-256=:" + base64 + ":";
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest in a {@code Repr-Digest} header (RFC 9530), in hexadecimal digits. */
    static Optional<String> ofHeader(String header) {
        Matcher found = IN_HEADER.matcher(header);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
