package io.artifactor.importing.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over one bracketed value at the mark of a window and finds its end, without reading more
 * into it than brackets and quotes.
 */
final class ValueScan {

    /** How a walk ended. */
    enum End {
        BALANCED,
        TRUNCATED,
        TOO_LARGE,
        MISMATCHED,
        ILLEGAL,
        /** Elements of the same kind stand inside of this one: its end is missing. */
        SWALLOWING
    }

    private static final int NONE = 0;
    private static final int HARMLESS = 1;
    private static final int MARK = 2;
    private static final byte[] KIND = kinds();
    private static final boolean[] PLAIN = plain();

    /** Deeper than this, kinds of brackets are not told apart any more. */
    private static final int TRACKED_DEPTH = 4096;

    private static final int SWALLOWED = 4;
    private static final int PATIENCE_EACH = 1 << 20;

    private final ByteWindow window;
    private final ElementSignature signature;
    private final boolean[] objects = new boolean[TRACKED_DEPTH];

    private int depth;
    private int off;
    private int previous;
    private boolean inString;
    private boolean escaped;
    private int inside;
    private int firstInside;
    private int illegalAt;
    private int suspectAt;
    private int stringAt;
    private int patience = 64 << 20;

    ValueScan(ByteWindow window, ElementSignature signature) {
        this.window = window;
        this.signature = signature;
    }

    /** How many bytes from the mark were walked over. */
    int length() {
        return off;
    }

    /** Where, from the mark, something first looked like the next element; -1 for nowhere. */
    int firstInside() {
        return firstInside;
    }

    /** Where, from the mark, the first byte stood that JSON does not know; -1 for nowhere. */
    int illegalAt() {
        return illegalAt;
    }

    /** Where the string before that byte began: it may have reached too far. */
    int suspectAt() {
        return suspectAt;
    }

    boolean sawInside() {
        return inside > 0;
    }

    /**
     * Walks from the mark.
     *
     * @param max more bytes than this are too many
     * @param nesting whether elements of this file hold others like themselves
     */
    End walk(int max, boolean nesting) throws IOException {
        begin();
        while (true) {
            End end = walkBuffered(nesting);
            if (end != null) {
                return end;
            }
            if (off >= max) {
                return End.TOO_LARGE;
            }
            if (!window.more()) {
                return End.TRUNCATED;
            }
        }
    }

    /** Goes on behind {@link End#TOO_LARGE} without keeping what it passes. */
    End drain() throws IOException {
        inside = 0;
        firstInside = -1;
        illegalAt = -1;
        while (true) {
            window.drop(off);
            off = 0;
            if (window.start == window.end && !window.more()) {
                return End.TRUNCATED;
            }
            End end = walkBuffered(false);
            if (end != null) {
                return end;
            }
            if (firstInside >= 0) {
                return End.SWALLOWING;
            }
        }
    }

    private void begin() {
        depth = 0;
        off = 0;
        previous = 0;
        stringAt = 0;
        inString = false;
        escaped = false;
        inside = 0;
        firstInside = -1;
        illegalAt = -1;
    }

    /** To the end of what is in the window; null if the value goes on. */
    private @Nullable End walkBuffered(boolean nesting) throws IOException {
        while (window.start + off < window.end) {
            if (inString) {
                walkString();
                continue;
            }
            int b = window.bytes[window.start + off++] & 0xff;
            int kind = KIND[b];
            if (kind == NONE && isHopeless()) {
                return End.ILLEGAL;
            }
            if (kind != MARK) {
                continue;
            }
            End end = mark(b, nesting);
            if (end != null) {
                return end;
            }
        }
        return null;
    }

    /**
     * A byte that cannot stand outside of a string is a slip of one element, or a quote is missing
     * and inside is outside from here on: a while is walked on to find out, but not every time.
     */
    private boolean isHopeless() {
        if (illegalAt < 0) {
            illegalAt = off - 1;
            suspectAt = Math.min(stringAt, illegalAt);
        }
        int beyond = off - illegalAt;
        if (beyond > patience || beyond > PATIENCE_EACH) {
            patience = Math.max(0, patience - beyond);
            return true;
        }
        return false;
    }

    private void walkString() {
        byte[] bytes = window.bytes;
        int end = window.end;
        int i = window.start + off;
        while (i < end) {
            if (escaped) {
                escaped = false;
                i++;
                continue;
            }
            while (i < end && PLAIN[bytes[i] & 0xff]) {
                i++;
            }
            if (i == end) {
                break;
            }
            byte b = bytes[i++];
            if (b == '"') {
                inString = false;
                break;
            }
            escaped = b == '\\';
        }
        off = i - window.start;
    }

    private @Nullable End mark(int b, boolean nesting) throws IOException {
        int before = previous;
        previous = b;
        switch (b) {
            case '"' -> {
                inString = true;
                stringAt = off - 1;
            }
            case '{', '[' -> {
                if (b == '{' && depth > 0 && isNext(before, nesting)) {
                    return End.SWALLOWING;
                }
                if (depth < TRACKED_DEPTH) {
                    objects[depth] = b == '{';
                }
                depth++;
            }
            case '}', ']' -> {
                depth--;
                if (depth < TRACKED_DEPTH && objects[depth] != (b == '}')) {
                    return End.MISMATCHED;
                }
                if (depth == 0) {
                    return End.BALANCED;
                }
            }
            default -> {
                // Commas and colons only matter as what came before.
            }
        }
        return null;
    }

    /** Looks whether an element begins at the bracket just passed, inside of this one. */
    private boolean isNext(int before, boolean nesting) throws IOException {
        if (!signature.matches(window, off - 1)) {
            return false;
        }
        inside++;
        if (firstInside < 0) {
            firstInside = off - 1;
        }
        boolean inObject = depth <= TRACKED_DEPTH && objects[depth - 1];
        boolean misplaced = inObject && before != ':';
        return misplaced || (!nesting && inside >= SWALLOWED);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (byte b : " \n\r\ttruefalsn0123456789+-.E".getBytes(US_ASCII)) {
            kinds[b] = HARMLESS;
        }
        for (byte b : "{}[],:\"".getBytes(US_ASCII)) {
            kinds[b] = MARK;
        }
        return kinds;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        for (int b = 0; b < 256; b++) {
            plain[b] = b != '"' && b != '\\';
        }
        return plain;
    }
}
