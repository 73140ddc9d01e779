package io.artifactor.importing;

import io.artifactor.importing.format.ImportedRecord;
import java.util.Optional;

/**
 * A record of the file and where in it the reader was then.
 *
 * @param position counts the file's records from 1
 * @param bytesRead of the file when the record was complete
 * @param weight about how many bytes of memory it takes
 * @param file the content, if the record is a file
 */
public record ReadRecord(
        long position,
        long bytesRead,
        long weight,
        ImportedRecord record,
        Optional<KeptFile> file) {}
