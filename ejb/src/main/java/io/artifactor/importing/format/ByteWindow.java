package io.artifactor.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is being looked at: everything from a mark to what was read last. It
 * grows as far as one element may be large, and forgets what lies before the mark.
 */
final class ByteWindow {

    private static final int STEP = 1 << 16;

    private final InputStream in;
    private final int limit;

    /** The bytes; valid from {@link #start} to {@link #end} until the next {@link #more}. */
    byte[] bytes = new byte[2 * STEP];

    int start;
    int end;

    private long dropped;
    private boolean ended;

    ByteWindow(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Reads more behind {@link #end}; what lies at an index moves, what lies behind start not. */
    boolean more() throws IOException {
        if (ended) {
            return false;
        }
        if (end == bytes.length) {
            makeRoom();
        }
        int count = in.read(bytes, end, bytes.length - end);
        if (count < 0) {
            ended = true;
            return false;
        }
        end += count;
        return true;
    }

    /** Whether there are so many bytes from start on; reads what is missing. */
    boolean has(int count) throws IOException {
        while (end - start < count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** The byte so far behind the mark; -1 at the end. */
    int at(int index) throws IOException {
        return has(index + 1) ? bytes[start + index] & 0xff : -1;
    }

    /** Moves the mark on. */
    void drop(int count) {
        start += count;
    }

    /** Where the mark is in the whole stream. */
    long position() {
        return dropped + start;
    }

    private void makeRoom() {
        if (start >= bytes.length / 2) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            dropped += start;
            end -= start;
            start = 0;
            return;
        }
        long room = Math.min(2L * bytes.length, (long) limit + 4 * STEP);
        bytes = Arrays.copyOf(bytes, (int) Math.max(room, bytes.length + (long) STEP));
    }
}
