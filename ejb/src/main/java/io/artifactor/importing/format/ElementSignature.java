package io.artifactor.importing.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How elements of this file begin: their first two keys. Where brackets do not match, the next such
 * beginning is the next element. Quotes inside of strings are escaped, so text does not look like
 * one.
 */
final class ElementSignature {

    private static final int MAX_VALUE = 4096;
    private static final int MAX_KNOWN = 4;

    private final List<Keys> known = new ArrayList<>();

    /** The first two keys with their quotes. */
    private record Keys(byte[] first, byte[] second) {}

    /** Remembers how the element at this place begins. */
    void learn(ByteWindow window, int at) throws IOException {
        if (known.size() < MAX_KNOWN && !matches(window, at)) {
            int first = afterSpace(window, at + 1);
            int firstEnd = stringEnd(window, first);
            int second = firstEnd < 0 ? -1 : secondKey(window, firstEnd);
            int secondEnd = second < 0 ? -1 : stringEnd(window, second);
            if (secondEnd >= 0 && afterByte(window, secondEnd, ':') >= 0) {
                known.add(new Keys(copy(window, first, firstEnd), copy(window, second, secondEnd)));
            }
        }
    }

    /** Whether an element begins at this place. */
    boolean matches(ByteWindow window, int at) throws IOException {
        for (Keys keys : known) {
            int first = afterSpace(window, at + 1);
            if (stands(window, first, keys.first())) {
                int second = secondKey(window, first + keys.first().length);
                if (second >= 0 && stands(window, second, keys.second())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the second key begins, the first having ended here; -1 if its value is no scalar. */
    private static int secondKey(ByteWindow window, int firstEnd) throws IOException {
        int value = afterByte(window, firstEnd, ':');
        int valueEnd = value < 0 ? -1 : scalarEnd(window, value);
        return valueEnd < 0 ? -1 : afterByte(window, valueEnd, ',');
    }

    /** Whether the key, quotes included, stands at this place. */
    private static boolean stands(ByteWindow window, int at, byte[] key) throws IOException {
        if (!window.has(at + key.length)) {
            return false;
        }
        int from = window.start + at;
        return Arrays.equals(window.bytes, from, from + key.length, key, 0, key.length);
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
