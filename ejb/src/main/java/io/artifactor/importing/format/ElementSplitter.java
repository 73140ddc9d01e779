package io.artifactor.importing.format;

import io.artifactor.importing.format.RawElement.Flaw;
import io.artifactor.importing.format.ValueScan.End;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON document into the elements of its list by brackets and quotes alone, one in memory at
 * a time, so that each can be parsed by itself and a bad one does not take the others with it.
 *
 * <p>Where the brackets of an element do not match, the next element is looked for by how elements
 * of this file begin ({@link ElementSignature}). Every byte is looked at a bounded number of times,
 * whatever the file holds. Used by one thread.
 */
final class ElementSplitter {

    private final ByteWindow window;
    private final ElementSignature signature = new ElementSignature();
    private final ValueScan scan;
    private final int maxBytes;
    private final boolean bracketed;

    private long index;
    private boolean nesting;
    private boolean ended;
    private int consumed;

    /**
     * @param in UTF-8, standing at the list's opening bracket, or at the first of values that
     *     follow one another
     * @param bracketed whether a list surrounds the elements
     */
    ElementSplitter(InputStream in, boolean bracketed, int maxBytes) throws IOException {
        this(new ByteWindow(in, maxBytes), bracketed, maxBytes);
    }

    ElementSplitter(ByteWindow window, boolean bracketed, int maxBytes) throws IOException {
        this.window = window;
        this.scan = new ValueScan(window, signature);
        this.maxBytes = maxBytes;
        this.bracketed = bracketed;
        if (bracketed) {
            skipSpace(false);
            window.drop(window.at(0) == '[' ? 1 : 0);
        }
    }

    /** The next element, readable or not; nothing at the end of the list. */
    Optional<RawElement> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        window.drop(consumed);
        consumed = 0;
        skipSpace(true);
        int b = window.at(0);
        if (b < 0) {
            ended = true;
            return bracketed ? Optional.of(unclosed()) : Optional.empty();
        }
        if (b == ']' && bracketed) {
            ended = true;
            return Optional.empty();
        }
        return Optional.of(b == '{' || b == '[' ? container() : scalar(b));
    }

    private RawElement container() throws IOException {
        if (window.at(0) == '{') {
            signature.learn(window, 0);
        }
        End end = scan.walk(maxBytes, nesting);
        if (scan.illegalAt() >= 0) {
            return disturbed(end);
        }
        if (end != End.BALANCED && scan.firstInside() >= 0) {
            return cut(scan.firstInside(), unbalancedFlaw(scan.firstInside()));
        }
        return switch (end) {
            case BALANCED -> balanced();
            case TRUNCATED -> truncated();
            case TOO_LARGE -> tooLarge();
            case MISMATCHED, ILLEGAL, SWALLOWING ->
                    recover(inside(scan.length()), unbalancedFlaw(scan.length()));
        };
    }

    /**
     * Something stood where JSON has nothing. Where a quote is missing, the next element began
     * inside of what looked like a string, and brackets are no longer what they seem.
     */
    private RawElement disturbed(End end) throws IOException {
        int from = inside(Math.max(1, scan.suspectAt()));
        int next = find(from, scan.length());
        if (next >= 0) {
            return cut(next, unbalancedFlaw(scan.illegalAt()));
        }
        if (end == End.TOO_LARGE) {
            return tooLarge();
        }
        return end == End.BALANCED ? balanced() : recover(from, unbalancedFlaw(scan.illegalAt()));
    }

    /**
     * Where to look for the next element. A lost quote is only noticed behind the beginning of the
     * element that follows, so the way is gone once more; unless elements hold others like
     * themselves, which would be taken for the next.
     */
    private int inside(int noticed) {
        return nesting ? noticed : 1;
    }

    /** Where an element begins between these two places; -1 for nowhere. */
    private int find(int from, int to) throws IOException {
        for (int at = from; at < to; at++) {
            if (window.at(at) == '{' && signature.matches(window, at)) {
                return at;
            }
        }
        return -1;
    }

    private RawElement balanced() throws IOException {
        int length = scan.length();
        if (!endsWell(length)) {
            return recover(length, flaw("unbalanced-brackets", "a bracket closes too early"));
        }
        nesting |= scan.sawInside();
        return cut(length, null);
    }

    /** Whether what follows can follow an element; the rest of one that closed early cannot. */
    private boolean endsWell(int length) throws IOException {
        int at = ElementSignature.afterSpace(window, length);
        int b = window.at(at);
        if (b == ':' || b == '}') {
            return false;
        }
        if (b != ',') {
            return true;
        }
        int string =
                ElementSignature.stringEnd(window, ElementSignature.afterSpace(window, at + 1));
        return string < 0 || window.at(ElementSignature.afterSpace(window, string)) != ':';
    }

    private RawElement truncated() {
        ended = true;
        return cut(scan.length(), flaw("truncated", "the file ends in the middle of it"));
    }

    private RawElement tooLarge() throws IOException {
        Flaw flaw = flaw("too-large", "it is larger than " + maxBytes + " bytes");
        RawElement head = headOf(flaw);
        End end = scan.drain();
        if (scan.firstInside() >= 0) {
            window.drop(scan.firstInside());
        } else {
            window.drop(scan.length());
            ended = end == End.TRUNCATED;
            if (end == End.MISMATCHED || end == End.ILLEGAL) {
                seek(0);
                window.drop(consumed);
                consumed = 0;
            }
        }
        return head;
    }

    /** Enough of a large element to tell which it is. */
    private RawElement headOf(Flaw flaw) {
        int length = Math.min(scan.length(), 4096);
        byte[] head = new byte[length];
        System.arraycopy(window.bytes, window.start, head, 0, length);
        return new RawElement(index++, window.position(), head, 0, length, flaw);
    }

    /** Ends the element where the next one begins, wherever that is. */
    private RawElement recover(int from, Flaw flaw) throws IOException {
        RawElement head = headOf(flaw);
        seek(from);
        return head;
    }

    /** Moves to the next place that looks like an element; to the end if there is none. */
    private void seek(int from) throws IOException {
        int at = from;
        while (true) {
            int b = window.at(at);
            if (b < 0) {
                ended = true;
                consumed = at;
                return;
            }
            if (b == '{' && signature.matches(window, at)) {
                consumed = at;
                return;
            }
            at++;
            if (at >= 1 << 16) {
                window.drop(at);
                at = 0;
            }
        }
    }

    private RawElement scalar(int first) throws IOException {
        if (first == '"') {
            int end = ElementSignature.stringEnd(window, 0);
            if (end > 0 && window.at(ElementSignature.afterSpace(window, end)) != ':') {
                return cut(end, null);
            }
        } else {
            int end = 0;
            while (end < 64 && "truefalsn0123456789+-.E".indexOf(window.at(end)) >= 0) {
                end++;
            }
            int after = end == 0 ? 'x' : window.at(ElementSignature.afterSpace(window, end));
            if (after == ',' || after == ']' || after == '{' || after < 0) {
                return cut(end, null);
            }
        }
        window.has(256);
        return stray();
    }

    private RawElement stray() throws IOException {
        Flaw flaw = flaw("malformed-json", "no element can begin like this");
        int length = Math.min(256, window.end - window.start);
        byte[] head = new byte[length];
        System.arraycopy(window.bytes, window.start, head, 0, length);
        RawElement element = new RawElement(index++, window.position(), head, 0, length, flaw);
        seek(0);
        return element;
    }

    private RawElement cut(int length, @Nullable Flaw flaw) {
        consumed = length;
        return new RawElement(index++, window.position(), window.bytes, window.start, length, flaw);
    }

    private RawElement unclosed() {
        Flaw flaw = flaw("truncated", "the file ends before its list is closed");
        return new RawElement(index++, window.position(), new byte[0], 0, 0, flaw);
    }

    private Flaw unbalancedFlaw(int at) {
        return flaw(
                "unbalanced-brackets",
                "its brackets or quotes do not match, seen at byte " + (window.position() + at));
    }

    private static Flaw flaw(String code, String reason) {
        return new Flaw(code, reason);
    }

    private void skipSpace(boolean commas) throws IOException {
        int b = window.at(0);
        while (b == ' ' || b == '\n' || b == '\r' || b == '\t' || (commas && b == ',')) {
            window.drop(1);
            b = window.at(0);
        }
    }
}
