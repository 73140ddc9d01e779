package io.artifactor.importing.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Counts the entries of a zip before anything is kept about them: a directory of millions costs
 * memory by itself. What it says about its own length is not believed; the entries are walked.
 */
final class ArchiveDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR64_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int ENTRY_LENGTH = 46;
    private static final int MAX_COMMENT = 0xffff;
    private static final long MAX_BYTES = 256L << 20;

    private final FileChannel file;
    private final int maxEntries;

    private long windowStart = -1;
    private ByteBuffer window = ByteBuffer.allocate(0);

    private ArchiveDirectory(FileChannel file, int maxEntries) {
        this.file = file;
        this.maxEntries = maxEntries;
    }

    /**
     * @throws UnreadableExport {@code too-many-entries}, or {@code damaged-zip} where there is no
     *     directory
     */
    static void check(FileChannel file, int maxEntries) throws IOException {
        new ArchiveDirectory(file, maxEntries).check();
    }

    private void check() throws IOException {
        long end = findEnd();
        ByteBuffer record = read(end, END_LENGTH);
        long length = record.getInt(12) & 0xffffffffL;
        long start = record.getInt(16) & 0xffffffffL;
        walk(start);
        walk(end - length);
        long locator = end - LOCATOR64_LENGTH;
        if (locator < 0 || read(locator, LOCATOR64_LENGTH).getInt(0) != LOCATOR64_SIGNATURE) {
            return;
        }
        long end64 = read(locator, LOCATOR64_LENGTH).getLong(8);
        if (end64 < 0 || end64 > file.size() - 56) {
            return;
        }
        ByteBuffer record64 = read(end64, 56);
        if (record64.getInt(0) == END64_SIGNATURE) {
            walk(record64.getLong(48));
            walk(end64 - record64.getLong(40));
        }
    }

    private long findEnd() throws IOException {
        long size = file.size();
        int length = (int) Math.min(size, END_LENGTH + MAX_COMMENT);
        ByteBuffer tail = read(size - length, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return size - length + at;
            }
        }
        throw new UnreadableExport(
                "damaged-zip",
                "The zip has no directory at its end; it is damaged or was not copied completely.");
    }

    private void walk(long start) throws IOException {
        long at = start;
        int count = 0;
        while (at >= 0 && at <= file.size() - ENTRY_LENGTH) {
            ByteBuffer header = read(at, ENTRY_LENGTH);
            if (header.getInt(0) != ENTRY_SIGNATURE) {
                return;
            }
            if (++count > maxEntries || at - start > MAX_BYTES) {
                throw new UnreadableExport(
                        "too-many-entries",
                        "The archive has more entries than the "
                                + maxEntries
                                + " that are allowed. Split it into several.");
            }
            int name = header.getShort(28) & 0xffff;
            int extra = header.getShort(30) & 0xffff;
            int comment = header.getShort(32) & 0xffff;
            at += ENTRY_LENGTH + name + extra + comment;
        }
    }

    /** So many bytes from there, read in larger steps; zeros behind the end of the file. */
    private ByteBuffer read(long from, int length) throws IOException {
        boolean inside = windowStart >= 0 && from >= windowStart;
        if (!inside || from + length > windowStart + window.capacity()) {
            window = ByteBuffer.allocate(Math.max(length, 1 << 16));
            windowStart = from;
            while (window.hasRemaining() && file.read(window, from + window.position()) >= 0) {
                // Until it is full or the file ends.
            }
        }
        byte[] bytes = new byte[length];
        System.arraycopy(window.array(), (int) (from - windowStart), bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
