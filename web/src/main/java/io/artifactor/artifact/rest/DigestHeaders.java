package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says the digest of its content is (RFC 9530): {@code Repr-Digest} or {@code
 * Content-Digest}, which are the same for content sent whole. Algorithms other than sha-256 are
 * left unread.
 */
final class DigestHeaders {

    static final String REPRESENTATION = "Repr-Digest";
    static final String CONTENT = "Content-Digest";

    private static final Pattern SHA_256 =
            Pattern.compile("(?:^|,)[ \\t]*sha-256[ \\t]*=[ \\t]*([^,]*)");
    private static final int MAX_LENGTH = 1_000;

    private DigestHeaders() {}

    static Optional<Sha256> expected(Function<String, @Nullable String> header) {
        Optional<Sha256> representation = read(REPRESENTATION, header);
        Optional<Sha256> content = read(CONTENT, header);
        if (representation.isPresent() && content.isPresent() && !representation.equals(content)) {
            throw new Problem(
                    ProblemCode.DIGEST_MISMATCH, "Repr-Digest and Content-Digest contradict.");
        }
        return Stream.of(representation, content).flatMap(Optional::stream).findFirst();
    }

    static String of(Sha256 digest) {
        return "sha-256=:" + digest.base64() + ":";
    }

    private static Optional<Sha256> read(String name, Function<String, @Nullable String> header) {
        String value = header.apply(name);
        if (value == null) {
            return Optional.empty();
        }
        Matcher digest = SHA_256.matcher(value);
        if (value.length() > MAX_LENGTH || !digest.find()) {
            return Optional.empty();
        }
        String text = digest.group(1).strip();
        return Optional.of(
                Optional.of(text)
                        .filter(t -> t.length() > 2 && t.startsWith(":") && t.endsWith(":"))
                        .flatMap(t -> Sha256.fromBase64(t.substring(1, t.length() - 1)))
                        .orElseThrow(() -> unreadable(name)));
    }

    private static Problem unreadable(String name) {
        return Problem.invalid(
                name, "must hold a SHA-256 in Base64 between colons, as in sha-256=:…:");
    }
}
