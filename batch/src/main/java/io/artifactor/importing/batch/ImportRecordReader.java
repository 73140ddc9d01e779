package io.artifactor.importing.batch;

import io.artifactor.importing.ImportWork;
import io.artifactor.importing.OpenExport;
import io.artifactor.importing.ReadRecord;
import io.artifactor.importing.batch.RunningImport.End;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands the records of the file to the job, beginning where the import stands. */
@Dependent
@Named("importRecordReader")
public class ImportRecordReader extends AbstractItemReader {

    @Inject @BatchProperty private String claim;
    @Inject private RunningImports imports;
    @Inject private ImportWork work;

    private @Nullable OpenExport export;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        RunningImport job = imports.get(claim);
        try {
            export = work.open(job.claim());
        } catch (RuntimeException e) {
            job.failed(e);
            throw e;
        }
    }

    @Override
    public @Nullable Object readItem() {
        RunningImport job = imports.get(claim);
        if (export == null || job.end() != End.NONE) {
            return null;
        }
        try {
            Optional<ReadRecord> next = export.next();
            next.ifPresentOrElse(job.chunk()::add, () -> job.ends(End.WHOLE_FILE));
            return next.orElse(null);
        } catch (RuntimeException e) {
            job.failed(e);
            throw e;
        }
    }

    @Override
    public void close() {
        if (export != null) {
            export.close();
        }
    }
}
