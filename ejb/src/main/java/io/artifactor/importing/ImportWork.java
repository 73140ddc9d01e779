package io.artifactor.importing;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a job does for an import, under its claim. Holds no transaction of its own: each chunk has
 * one. For the jobs, not for edges.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWork {

    /** How the look through a file ended. */
    public enum Check {
        /** Nothing in the file refuses it, or an earlier look found so. */
        SOUND,
        /** The user wants the import to stop. */
        STOPPED,
        /** The server wants to. */
        INTERRUPTED
    }

    private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
    private static final int ASK_EVERY = 500;
    private static final int ATTEMPTS = 10;

    @Inject private ExportFile exports;
    @Inject private ImportClaims claims;
    @Inject private ChunkWriter chunks;

    /**
     * The file, opened where the import stands. The caller closes it.
     *
     * @throws io.artifactor.problem.Problem {@code UNREADABLE_IMPORT} if the file as a whole is
     *     refused
     */
    public OpenExport open(Claim claim) {
        ImportRun run = claims.runOf(claim);
        return exports.open(run, run.progress().position());
    }

    /**
     * Reads a file through before an import, once, so that one that is refused at its end leaves
     * nothing half-done.
     */
    public Check check(Claim claim, BooleanSupplier interrupted) {
        ImportRun run = claims.runOf(claim);
        if (run.mode() == ImportMode.PREVIEW || run.progress().position() > 0 || run.isChecked()) {
            return Check.SOUND;
        }
        try (OpenExport export = exports.open(run, 0)) {
            Optional<ReadRecord> next = export.next();
            while (next.isPresent()) {
                if (interrupted.getAsBoolean()) {
                    return Check.INTERRUPTED;
                }
                if (next.get().position() % ASK_EVERY == 0
                        && claims.runOf(claim).isStopRequested()) {
                    return Check.STOPPED;
                }
                next = export.next();
            }
        }
        claims.checked(claim);
        return Check.SOUND;
    }

    /**
     * Writes the records. If they cannot be written together, each is tried alone, and those that
     * fail alone are reported in the ledger.
     *
     * @return whether to go on; not if the user wants the import to stop
     */
    public boolean write(Claim claim, List<ReadRecord> records) {
        try {
            return attempt(claim, records);
        } catch (RuntimeException e) {
            if (!ImportFailures.isOfRecord(e)) {
                throw e;
            }
            LOG.log(Level.INFO, "A chunk of import " + claim.importId() + " is split", e);
        }
        boolean goesOn = true;
        for (ReadRecord record : records) {
            goesOn = writeAlone(claim, record);
        }
        return goesOn;
    }

    /** What others took the room of meanwhile, the next attempt leaves out. */
    private boolean attempt(Claim claim, List<ReadRecord> records) {
        for (int i = 1; i < ATTEMPTS; i++) {
            try {
                return chunks.write(claim, records);
            } catch (Problem e) {
                if (e.code() != ProblemCode.QUOTA_EXCEEDED) {
                    throw e;
                }
                LOG.log(Level.FINE, "There is less room than there was", e);
            }
        }
        return chunks.write(claim, records);
    }

    private boolean writeAlone(Claim claim, ReadRecord record) {
        try {
            return attempt(claim, List.of(record));
        } catch (RuntimeException e) {
            if (!ImportFailures.isOfRecord(e)) {
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    "Record " + record.position() + " of import " + claim.importId(),
                    e);
            return chunks.reportBroken(claim, record, ImportFailures.reasonOf(e));
        }
    }
}
