package io.artifactor.importing.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How elements of this file begin: their first two keys. Where brackets do not match, the next such
 * beginning is the next element. Quotes inside of strings are escaped, so text does not look like
 * one.
 */
final class ElementSignature {

    private static final int MAX_VALUE = 4096;
    private static final int MAX_KNOWN = 4;

    private final List<byte[][]> known = new ArrayList<>();

    /** Remembers how the element at this place begins. */
    void learn(ByteWindow window, int at) throws IOException {
        if (known.size() >= MAX_KNOWN) {
            return;
        }
        byte[][] keys = keys(window, at);
        if (keys != null && !isKnown(keys)) {
            known.add(keys);
        }
    }

    /** Whether an element begins at this place. */
    boolean matches(ByteWindow window, int at) throws IOException {
        if (known.isEmpty()) {
            return false;
        }
        byte[][] keys = keys(window, at);
        return keys != null && isKnown(keys);
    }

    private boolean isKnown(byte[][] keys) {
        for (byte[][] one : known) {
            if (Arrays.equals(one[0], keys[0]) && Arrays.equals(one[1], keys[1])) {
                return true;
            }
        }
        return false;
    }

    private byte @Nullable [][] keys(ByteWindow window, int at) throws IOException {
        int first = afterSpace(window, at + 1);
        int firstEnd = stringEnd(window, first);
        if (firstEnd < 0 || !couldMatch(window, first, firstEnd)) {
            return null;
        }
        int value = afterByte(window, firstEnd, ':');
        int valueEnd = value < 0 ? -1 : scalarEnd(window, value);
        int second = valueEnd < 0 ? -1 : afterByte(window, valueEnd, ',');
        int secondEnd = second < 0 ? -1 : stringEnd(window, second);
        if (secondEnd < 0 || afterByte(window, secondEnd, ':') < 0) {
            return null;
        }
        return new byte[][] {copy(window, first, firstEnd), copy(window, second, secondEnd)};
    }

    /** Saves the way to the second key for most objects, once enough is known. */
    private boolean couldMatch(ByteWindow window, int from, int to) {
        if (known.size() < MAX_KNOWN) {
            return true;
        }
        int start = window.start;
        for (byte[][] one : known) {
            if (Arrays.equals(window.bytes, start + from, start + to, one[0], 0, one[0].length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] copy(ByteWindow window, int from, int to) {
        return Arrays.copyOfRange(window.bytes, window.start + from, window.start + to);
    }

    static int afterSpace(ByteWindow window, int index) throws IOException {
        int at = index;
        int b = window.at(at);
        while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            b = window.at(++at);
        }
        return at;
    }

    private static int afterByte(ByteWindow window, int index, int expected) throws IOException {
        int at = afterSpace(window, index);
        return window.at(at) == expected ? afterSpace(window, at + 1) : -1;
    }

    /** Behind the closing quote of the string that begins here; -1 if none does, or a long one. */
    static int stringEnd(ByteWindow window, int index) throws IOException {
        if (window.at(index) != '"') {
            return -1;
        }
        for (int at = index + 1; at < index + MAX_VALUE; at++) {
            int b = window.at(at);
            if (b == '"') {
                return at + 1;
            }
            if (b < ' ') {
                return -1;
            }
            if (b == '\\') {
                at++;
            }
        }
        return -1;
    }

    private static int scalarEnd(ByteWindow window, int index) throws IOException {
        if (window.at(index) == '"') {
            return stringEnd(window, index);
        }
        int at = index;
        while (at < index + 64 && isLiteral(window.at(at))) {
            at++;
        }
        return at == index ? -1 : at;
    }

    private static boolean isLiteral(int b) {
        return (b >= '0' && b <= '9')
                || (b >= 'a' && b <= 'z')
                || b == 'E'
                || b == '.'
                || b == '-'
                || b == '+';
    }
}
