package io.artifactor.importing.batch;

import io.artifactor.importing.ImportWork;
import io.artifactor.importing.ReadRecord;
import io.artifactor.importing.batch.RunningImport.End;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Brings a chunk of records in, and ends the job when the user wants it to stop. */
@Dependent
@Named("importRecordWriter")
public class ImportRecordWriter extends AbstractItemWriter {

    @Inject @BatchProperty private String claim;
    @Inject private RunningImports imports;
    @Inject private ImportWork work;

    @Override
    public void writeItems(List<Object> items) {
        RunningImport running = imports.get(claim);
        List<ReadRecord> records = items.stream().map(ReadRecord.class::cast).toList();
        try {
            boolean goesOn = work.write(running.claim(), records);
            running.chunk().clear();
            if (!goesOn && running.end() == End.NONE) {
                running.ends(End.STOPPED);
            }
        } catch (RuntimeException e) {
            running.failed(e);
            throw e;
        }
    }
}
