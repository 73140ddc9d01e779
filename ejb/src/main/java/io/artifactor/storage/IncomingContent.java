package io.artifactor.storage;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Map;

/** Copies content from its sender, digesting, counting and refusing on the way. */
final class IncomingContent {

    private static final int BUFFER = 64 * 1024;

    private IncomingContent() {}

    /** Closes {@code target}, not {@code content}. */
    static StoredBlob copy(InputStream content, OutputStream target, Acceptance acceptance)
            throws IOException {
        MessageDigest digest = Sha256.newDigest();
        long size = 0;
        try (target) {
            byte[] buffer = new byte[BUFFER];
            int read = read(content, buffer);
            while (read >= 0) {
                size += read;
                if (size > acceptance.maxSize()) {
                    throw tooLarge(acceptance.maxSize());
                }
                digest.update(buffer, 0, read);
                target.write(buffer, 0, read);
                read = read(content, buffer);
            }
        }
        Sha256 actual = Sha256.ofDigest(digest.digest());
        acceptance.digest().ifPresent(expected -> compare(expected, actual));
        return new StoredBlob(actual, size);
    }

    /** A sender that goes away is told apart from a disk that fails. */
    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            String message = "The content broke off before its end. Nothing was kept.";
            throw new Problem(ProblemCode.INVALID_INPUT, message, e);
        }
    }

    private static Problem tooLarge(long maxSize) {
        String message = "The content is larger than the " + maxSize + " bytes accepted here.";
        return new Problem(ProblemCode.TOO_LARGE, message, Map.of("maxSize", maxSize));
    }

    private static void compare(Sha256 expected, Sha256 actual) {
        if (!expected.equals(actual)) {
            String message =
                    "The content's SHA-256 is %s, not %s as its sender says. Nothing was kept."
                            .formatted(actual, expected);
            throw new Problem(ProblemCode.DIGEST_MISMATCH, message);
        }
    }
}
