package io.artifactor.artifact.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@code multipart/form-data} body part by part (RFC 7578, RFC 2046), holding one buffer of
 * it in memory, whatever the size of its parts: the runtime's own reader would keep a copy of the
 * whole on its disk first, past every limit. Used by one thread.
 */
final class MultipartReader {

    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_BOUNDARY = 70;

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean finished;

    /**
     * @param boundary the parameter of the content type
     */
    MultipartReader(InputStream body, String boundary) {
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw Problem.invalid("Content-Type", "must name a boundary of 1 to 70 characters.");
        }
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
        // The first delimiter may begin the body, without the line break all others have.
        buffer[limit++] = '\r';
        buffer[limit++] = '\n';
    }

    /** The next part; what was not read of the one before is skipped. Nothing after the last. */
    Optional<MultipartPart> next() throws IOException {
        if (finished) {
            return Optional.empty();
        }
        skipToDelimiter();
        if (isLast()) {
            finished = true;
            return Optional.empty();
        }
        return Optional.of(new MultipartPart(headers(), new PartContent()));
    }

    private void skipToDelimiter() throws IOException {
        byte[] skipped = new byte[BUFFER];
        int read;
        do {
            read = readPart(skipped, 0, skipped.length);
        } while (read >= 0);
        position += delimiter.length;
    }

    /** After the last delimiter stand two hyphens, after every other one the end of its line. */
    private boolean isLast() throws IOException {
        int first = readByte();
        int second = readByte();
        if (first == '-' && second == '-') {
            return true;
        }
        while (!(first == '\r' && second == '\n')) {
            if (first != ' ' && first != '\t') {
                throw new IOException("Something follows a boundary on its line");
            }
            first = second;
            second = readByte();
        }
        return false;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int left = MAX_HEADERS;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line(int longest) throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        for (int b = readByte(); b != '\n'; b = readByte()) {
            if (length == longest) {
                throw new IOException("The headers of a part are too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) b;
        }
        return new String(line, 0, length, UTF_8).stripTrailing();
    }

    private int readByte() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    /** Reads up to the next delimiter; -1 at it. */
    private int readPart(byte[] target, int offset, int length) throws IOException {
        int safe = safe();
        while (safe == 0) {
            if (atDelimiter()) {
                return -1;
            }
            fill();
            safe = safe();
        }
        int count = Math.min(length, safe);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean atDelimiter() {
        return limit - position >= delimiter.length
                && Arrays.equals(
                        buffer,
                        position,
                        position + delimiter.length,
                        delimiter,
                        0,
                        delimiter.length);
    }

    /** How many bytes from the position on are certainly content. */
    private int safe() {
        for (int i = position; i < limit; i++) {
            if (buffer[i] == delimiter[0] && mayBeginDelimiter(i)) {
                return i - position;
            }
        }
        return limit - position;
    }

    private boolean mayBeginDelimiter(int start) {
        int length = Math.min(delimiter.length, limit - start);
        return Arrays.equals(buffer, start, start + length, delimiter, 0, length);
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = body.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new EOFException("The body ends before its last boundary");
        }
        limit += read;
    }

    /** The bytes of the current part. */
    private final class PartContent extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : readPart(target, offset, length);
        }
    }
}
