package io.artifactor.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The beginning of a text in an encoding that fits it.
 *
 * @param whole whether this is all of it
 */
record Texts(String text, Charset encoding, boolean whole) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    /** Reads at most so many bytes; what is cut off at the end of a line is left out. */
    static Texts beginning(Path file, int most) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most);
        }
        boolean whole = bytes.length == Files.size(file);
        int end = whole ? bytes.length : lastLine(bytes);
        Charset encoding = encoding(bytes, end);
        String text = new String(bytes, 0, end, encoding);
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        return new Texts(marked ? text.substring(1) : text, encoding, whole);
    }

    private static int lastLine(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return bytes.length;
    }

    private static Charset encoding(byte[] bytes, int end) {
        if (end >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (end >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, end));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WESTERN;
        }
    }
}
