package io.artifactor.importing.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The bytes of an archive entry, counted as they are unpacked: what the archive says about sizes is
 * only held against them at the end.
 */
final class EntryStream extends InputStream {

    private static final long UNSUSPICIOUS = 1 << 20;

    /** How much may be unpacked from one file altogether. */
    static final class Budget {

        private long left;

        Budget(long bytes) {
            this.left = bytes;
        }
    }

    private final InputStream in;
    private final ZipArchiveEntry entry;
    private final LongSupplier packed;
    private final Budget budget;
    private final long maxBytes;
    private final int maxRatio;
    private final CRC32 checksum = new CRC32();
    private long count;
    private boolean ended;

    EntryStream(
            InputStream in,
            ZipArchiveEntry entry,
            LongSupplier packed,
            Budget budget,
            long maxBytes,
            int maxRatio) {
        this.in = in;
        this.entry = entry;
        this.packed = packed;
        this.budget = budget;
        this.maxBytes = maxBytes;
        this.maxRatio = maxRatio;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int read = unpack(target, offset, length);
        if (read < 0) {
            ended = true;
            checkEnd();
            return -1;
        }
        checksum.update(target, offset, read);
        count += read;
        budget.left -= read;
        checkLimits();
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int unpack(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // Unpackers of rarer methods meet damage this way.
            throw damaged("its packed bytes make no sense");
        }
    }

    private void checkLimits() throws RefusedContent {
        if (count > maxBytes) {
            throw new RefusedContent(
                    "too-large", "It is larger than the " + maxBytes + " bytes that are allowed.");
        }
        if (count > UNSUSPICIOUS && count / maxRatio > Math.max(1, packed.getAsLong())) {
            throw new RefusedContent(
                    "zip-bomb", "It unpacks to more than " + maxRatio + " times its packed size.");
        }
        if (budget.left < 0) {
            throw new RefusedContent(
                    "archive-too-large", "The archive unpacks to more bytes than are allowed.");
        }
    }

    private void checkEnd() throws RefusedContent {
        if (entry.getSize() >= 0 && entry.getSize() != count) {
            throw new RefusedContent(
                    "size-mismatch",
                    "The archive says it has "
                            + entry.getSize()
                            + " bytes, but it has "
                            + count
                            + ".");
        }
        if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
            throw damaged("its checksum is wrong");
        }
    }

    private static RefusedContent damaged(String reason) {
        return new RefusedContent("damaged-entry", "The entry is damaged: " + reason + ".");
    }
}
