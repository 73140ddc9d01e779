package io.artifactor.web;

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
public final class DigestHeaders {

    public static final String REPRESENTATION = "Repr-Digest";
    public static final String CONTENT = "Content-Digest";

    /** A member of a dictionary of byte sequences (RFC 9651), without its parameters. */
    private static final Pattern MEMBER =
            Pattern.compile("([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):");

    private static final int MAX_LENGTH = 1_000;

    private DigestHeaders() {}

    /**
     * The digest the sender gives, if it gives one this server knows.
     *
     * @param header finds a header by its name, the values of repeated ones joined by commas
     */
    public static Optional<Sha256> expected(Function<String, @Nullable String> header) {
        Optional<Sha256> representation = read(REPRESENTATION, header);
        Optional<Sha256> content = read(CONTENT, header);
        if (representation.isPresent() && content.isPresent() && !representation.equals(content)) {
            throw new Problem(
                    ProblemCode.DIGEST_MISMATCH, "Repr-Digest and Content-Digest contradict.");
        }
        return Stream.of(representation, content).flatMap(Optional::stream).findFirst();
    }

    /** The digest as such a header. */
    public static String of(Sha256 digest) {
        return "sha-256=:" + digest.base64() + ":";
    }

    private static Optional<Sha256> read(String name, Function<String, @Nullable String> header) {
        String value = header.apply(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.length() > MAX_LENGTH) {
            throw unreadable(name);
        }
        Optional<Sha256> found = Optional.empty();
        for (String member : value.split(",", -1)) {
            Matcher digest = MEMBER.matcher(member.split(";", 2)[0].strip());
            if (!digest.matches()) {
                throw unreadable(name);
            }
            if (digest.group(1).equals("sha-256")) {
                found =
                        Optional.of(
                                Sha256.fromBase64(digest.group(2))
                                        .orElseThrow(() -> unreadable(name)));
            }
        }
        return found;
    }

    private static Problem unreadable(String name) {
        return Problem.invalid(
                name,
                "must hold a digest in Base64 between colons, as in sha-256=:…:, and a comma between"
                        + " several.");
    }
}
