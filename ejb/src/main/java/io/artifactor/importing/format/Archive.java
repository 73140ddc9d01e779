package io.artifactor.importing.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.InputStreamStatistics;

/** An open zip whose entries can be read one by one, within limits. */
final class Archive implements Closeable {

    private final FileChannel channel;
    private final ZipFile zip;
    private final ReadingOptions options;
    private final EntryStream.Budget budget;

    private Archive(FileChannel channel, ZipFile zip, ReadingOptions options) {
        this.channel = channel;
        this.zip = zip;
        this.options = options;
        this.budget = new EntryStream.Budget(options.maxTotalBytes());
    }

    /**
     * @throws UnreadableExport when it is damaged as a whole, has too many entries, or such that
     *     lie over each other
     */
    static Archive open(Path file, ReadingOptions options) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            ArchiveDirectory.check(channel, options.maxEntries());
            ZipFile zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(channel.position(0))
                            .setIgnoreLocalFileHeader(true)
                            .get();
            refuseOverlaps(zip, channel.size());
            return new Archive(channel, zip, options);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            channel.close();
            throw new UnreadableExport(
                    "damaged-zip", "The zip cannot be opened: " + e.getMessage() + ".", e);
        } catch (UnreadableExport e) {
            channel.close();
            throw e;
        }
    }

    /** A small file would unpack without end if the same bytes could be given to many entries. */
    private static void refuseOverlaps(ZipFile zip, long size) {
        long left = size;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            left -= Math.max(0, entry.getCompressedSize());
            if (left < 0) {
                throw new UnreadableExport(
                        "overlapping-entries",
                        "The entries of the zip together have more packed bytes than the file: they"
                                + " lie over each other, or their sizes are not true.");
            }
        }
    }

    List<ZipArchiveEntry> entries() {
        return Collections.list(zip.getEntries());
    }

    /**
     * Whether it is packed as practically everything is; rarer methods are not worth their risks.
     */
    boolean canRead(ZipArchiveEntry entry) {
        boolean usual =
                entry.getMethod() == ZipArchiveEntry.STORED
                        || entry.getMethod() == ZipArchiveEntry.DEFLATED;
        return usual && zip.canReadEntryData(entry);
    }

    /**
     * The bytes of an entry.
     *
     * @throws RefusedContent when it cannot be unpacked; the stream fails so when it passes a limit
     */
    EntryStream read(ZipArchiveEntry entry, long maxBytes) throws IOException {
        InputStream in;
        try {
            in = zip.getInputStream(entry);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedContent("damaged-entry", "It cannot be unpacked: " + e.getMessage());
        }
        if (in == null) {
            throw new RefusedContent("damaged-entry", "Its bytes cannot be found in the archive.");
        }
        LongSupplier packed =
                in instanceof InputStreamStatistics counted
                        ? counted::getCompressedCount
                        : () -> Math.max(0, entry.getCompressedSize());
        return new EntryStream(in, entry, packed, budget, maxBytes, options.maxRatio());
    }

    @Override
    public void close() throws IOException {
        zip.close();
        channel.close();
    }
}
