package io.artifactor.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Whether an address can be decoded: what stands behind it takes that for granted. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** Whether each {@code %} begins the code of a byte, and all of them together are UTF-8. */
    static boolean isSound(String text) {
        if (text.indexOf('%') < 0) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '%') {
                // What stands between escapes ends a character; what it is does not matter.
                bytes.put((byte) '-');
                at++;
            } else if (at + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(at + 1))
                    && HexFormat.isHexDigit(text.charAt(at + 2))) {
                bytes.put((byte) HexFormat.fromHexDigits(text, at + 1, at + 3));
                at += 3;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
