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
        if (ArchiveFormat.isArchive(file, fileName)) {
            return ArchiveFormat.detect(file, options).detection();
        }
        return LoneFile.look(file, fileName, options).detection();
    }

    /** Opens the file behind the first {@code skipRecords} records, which are not parsed again. */
    public static ExportReader open(
            Path file, String fileName, ReadingOptions options, long skipRecords)
            throws IOException {
        RecordSource source =
                ArchiveFormat.isArchive(file, fileName)
                        ? ArchiveFormat.open(file, options)
                        : LoneFile.look(file, fileName, options).open();
        PositionedReader reader = new PositionedReader(source);
        try {
            reader.skip(skipRecords);
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }
}
