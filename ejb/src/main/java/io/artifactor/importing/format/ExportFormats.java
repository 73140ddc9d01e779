package io.artifactor.importing.format;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the reader for a file by what stands in it. */
public final class ExportFormats {

    private ExportFormats() {}

    /**
     * What the file is; looks at its beginning, or at the list of entries of an archive.
     *
     * @throws UnreadableExport when no reader knows it, or it is refused as a whole
     */
    public static Detection detect(Path file, String fileName, ReadingOptions options)
            throws IOException {
        throw new UnreadableExport("unknown-format", "No reader knows this file.");
    }

    /** Opens the file behind the first {@code skipRecords} records, which are not parsed again. */
    public static ExportReader open(
            Path file, String fileName, ReadingOptions options, long skipRecords)
            throws IOException {
        throw new UnreadableExport("unknown-format", "No reader knows this file.");
    }
}
