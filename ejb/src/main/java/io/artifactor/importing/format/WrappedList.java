package io.artifactor.importing.format;

import java.io.IOException;

/** Finds a list inside of the object at the top of a document, passing over what is before it. */
final class WrappedList {

    private final ByteWindow window;
    private int depth;

    WrappedList(ByteWindow window) {
        this.window = window;
    }

    /** Moves to the opening bracket of the list under this key; to the end if there is none. */
    void seek(String key) throws IOException {
        int b = window.at(0);
        while (b >= 0) {
            if (b == '"') {
                int end = ElementSignature.stringEnd(window, 0);
                if (depth == 1 && end > 0 && isKey(key, end)) {
                    return;
                }
                skipString();
            } else {
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                window.drop(1);
            }
            b = window.at(0);
        }
    }

    /** Moves to the opening bracket of the list that a script gives this name. */
    static void seekScript(ByteWindow window, String name) throws IOException {
        int matched = 0;
        while (matched < name.length() && window.at(0) >= 0) {
            matched = window.at(0) == name.charAt(matched) ? matched + 1 : 0;
            window.drop(1);
        }
        while (window.at(0) >= 0 && window.at(0) != '[') {
            window.drop(1);
        }
    }

    private boolean isKey(String key, int end) throws IOException {
        byte[] name = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int from = window.start + 1;
        boolean same =
                java.util.Arrays.equals(
                        window.bytes, from, window.start + end - 1, name, 0, name.length);
        int colon = ElementSignature.afterSpace(window, end);
        if (!same || window.at(colon) != ':') {
            return false;
        }
        int value = ElementSignature.afterSpace(window, colon + 1);
        if (window.at(value) != '[') {
            return false;
        }
        window.drop(value);
        return true;
    }

    private void skipString() throws IOException {
        window.drop(1);
        int b = window.at(0);
        while (b >= 0 && b != '"') {
            window.drop(b == '\\' && window.has(2) ? 2 : 1);
            b = window.at(0);
        }
        if (b >= 0) {
            window.drop(1);
        }
    }
}
