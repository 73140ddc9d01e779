package io.artifactor.importing.batch;

import io.artifactor.identity.Caller;
import io.artifactor.importing.ImportId;
import io.artifactor.importing.ImportLibrary;
import io.artifactor.importing.ImportMode;
import io.artifactor.importing.ImportRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts and stops the jobs of imports for their users. */
@ApplicationScoped
public class ImportJob {

    @Inject private ImportLibrary library;
    @Inject private ImportDispatcher dispatcher;

    /** Puts the import in line and looks at once whether it can begin. */
    public ImportRun start(Caller caller, ImportId id, ImportMode mode) {
        ImportRun queued = library.queue(caller, id, mode);
        dispatcher.wake();
        return queued;
    }

    /** Stops the import after what is being written now; at once if it only stands in line. */
    public ImportRun stop(Caller caller, ImportId id) {
        return library.stop(caller, id);
    }
}
