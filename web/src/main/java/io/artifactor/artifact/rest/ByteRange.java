package io.artifactor.artifact.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of content is asked for by a {@code Range} header (RFC 9110, section 14). Several
 * ranges at once, other units and what cannot be read are ignored, as that section allows: the
 * whole content is the answer then.
 *
 * @param first position of the first byte, counted from 0
 * @param length in bytes, at least 1
 */
record ByteRange(long first, long length) {

    private static final Pattern SINGLE =
            Pattern.compile("bytes=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*");

    /** The part, or nothing if the whole is to be sent. */
    static Optional<ByteRange> of(@Nullable String header, long size) throws Unsatisfiable {
        if (header == null) {
            return Optional.empty();
        }
        Matcher range = SINGLE.matcher(header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(last, size));
        }
        return from(Long.parseLong(first), last, size);
    }

    private static Optional<ByteRange> from(long first, String lastText, long size)
            throws Unsatisfiable {
        long last = lastText.isEmpty() ? Long.MAX_VALUE : Long.parseLong(lastText);
        if (last < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    private static ByteRange suffix(String lengthText, long size) throws Unsatisfiable {
        long length = Math.min(Long.parseLong(lengthText), size);
        if (length == 0) {
            throw new Unsatisfiable();
        }
        return new ByteRange(size - length, length);
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }

    /** The range begins behind the end. */
    static final class Unsatisfiable extends Exception {

        @java.io.Serial private static final long serialVersionUID = 1L;
    }
}
