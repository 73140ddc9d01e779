package io.artifactor.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Brings text into UTF-8, whatever encoding it says or shows that it has. */
final class TextStreams {

    private TextStreams() {}

    /**
     * The text as UTF-8 without a mark at its beginning.
     *
     * @throws UnreadableExport for UTF-32, which no exporter writes
     */
    static InputStream utf8(InputStream in) throws IOException {
        PushbackInputStream pushed = new PushbackInputStream(in, 4);
        byte[] head = pushed.readNBytes(4);
        Charset wide = wide(head);
        int mark = markLength(head);
        pushed.unread(head, mark, head.length - mark);
        return wide == null ? pushed : new Transcoded(new InputStreamReader(pushed, wide));
    }

    /** The text, if it is UTF-8 throughout. */
    static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int markLength(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return starts(head, 0xfe, 0xff) || starts(head, 0xff, 0xfe) ? 2 : 0;
    }

    private static @Nullable Charset wide(byte[] head) {
        if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff)) {
            throw new UnreadableExport(
                    "unsupported-encoding",
                    "The file is UTF-32 text; expected UTF-8 or UTF-16. Save it as UTF-8.");
        }
        if (starts(head, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length < 4 || (head[0] == 0) == (head[1] == 0)) {
            return null;
        }
        // ASCII brackets in 16 bits show themselves by the zero beside them.
        boolean little = head[1] == 0 && head[3] == 0;
        boolean big = head[0] == 0 && head[2] == 0;
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Characters as a stream of UTF-8. */
    private static final class Transcoded extends InputStream {

        private final Reader reader;
        private final char[] characters = new char[8192];
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private char carried;

        Transcoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (!bytes.hasRemaining()) {
                if (!fill()) {
                    return -1;
                }
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(target, offset, count);
            return count;
        }

        private boolean fill() throws IOException {
            int from = carried == 0 ? 0 : 1;
            characters[0] = carried;
            int count = reader.read(characters, from, characters.length - from);
            int end = Math.max(count, 0) + from;
            if (end == 0) {
                return false;
            }
            boolean split = count > 0 && Character.isHighSurrogate(characters[end - 1]);
            carried = split ? characters[end - 1] : 0;
            CharBuffer whole = CharBuffer.wrap(characters, 0, split ? end - 1 : end);
            bytes = StandardCharsets.UTF_8.encode(whole);
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
