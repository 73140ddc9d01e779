package io.artifactor.importing;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The door to imports. An import belongs to the user who gave the file; to everybody else it does
 * not exist. What it brings goes to the workspace they named, else to their own.
 */
@Stateless
public class ImportLibrary {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Workspaces workspaces;
    @Inject private Ledger ledger;

    /** Notes an upload whose content is in the store; for {@link ImportUploads}. */
    public ImportRun add(
            Caller caller,
            ImportRun.Upload upload,
            ImportOptions options,
            Optional<WorkspaceId> into) {
        WorkspaceId workspace = workspaces.toWrite(caller, into);
        entities.createNativeQuery(
                        "insert into blob (sha256, size) values (?1, ?2)"
                                + " on conflict (sha256) do update set claimed_at = now()")
                .setParameter(1, upload.blob().digest().hex())
                .setParameter(2, upload.blob().size())
                .executeUpdate();
        ImportRun run = new ImportRun(workspace, caller.user(), upload, options, Instant.now());
        entities.persist(run);
        return run;
    }

    /** The caller's imports, the newest first. */
    public Page<ImportRun> page(Caller caller, PageRequest request) {
        String list = "imports of " + caller.user();
        Optional<Cursor> position = request.position(list);
        String after =
                position.isEmpty()
                        ? ""
                        : "and (r.createdAt < :at or r.createdAt = :at and r.id < :id)";
        TypedQuery<ImportRun> query =
                entities.createQuery(
                                "select r from ImportRun r where r.userId = :user "
                                        + after
                                        + " order by r.createdAt desc, r.id desc",
                                ImportRun.class)
                        .setParameter("user", caller.user().value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        position.ifPresent(cursor ->
                query.setParameter("at", cursor.instant(0)).setParameter("id", cursor.uuid(1)));
        Page<ImportRun> page =
                Page.of(
                        query.getResultList(),
                        request,
                        list,
                        run -> Cursor.at(run.createdAt(), run.id()));
        return request.withTotal() ? page.withTotal(count(caller)) : page;
    }

    /** The caller's import with this id. */
    public ImportRun get(Caller caller, ImportId id) {
        return own(caller, id, LockModeType.NONE);
    }

    /** The ledger of the caller's import, in the order of the file. */
    public Page<ImportItem> items(
            Caller caller, ImportId id, ItemFilter filter, PageRequest request) {
        return ledger.page(own(caller, id, LockModeType.NONE).id(), filter, request);
    }

    /**
     * Puts the import in line for a preview or for the real run. A real run that was stopped or
     * failed goes on where it was; everything else begins at the start of the file.
     *
     * @throws Problem {@code CONFLICT} if it is in line or worked on already, or completed
     */
    public ImportRun queue(Caller caller, ImportId id, ImportMode mode) {
        ImportRun run = own(caller, id, LockModeType.PESSIMISTIC_WRITE);
        workspaces.requireEditor(caller, run.workspace());
        if (run.state() == ImportState.COMPLETED) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The import is completed. Upload its original again to read it once more.");
        }
        boolean goesOn = mode == run.mode() && mode == ImportMode.IMPORT;
        run.queue(mode, Instant.now());
        entities.flush();
        if (!goesOn) {
            ledger.clear(run.id());
            entities.refresh(run);
        }
        return run;
    }

    /**
     * Stops the import: at once while it waits, else after what is being written now.
     *
     * @throws Problem {@code CONFLICT} if it is neither in line nor worked on
     */
    public ImportRun stop(Caller caller, ImportId id) {
        ImportRun run = own(caller, id, LockModeType.PESSIMISTIC_WRITE);
        run.stop(Instant.now());
        return run;
    }

    private long count(Caller caller) {
        return entities.createQuery(
                        "select count(r) from ImportRun r where r.userId = :user", Long.class)
                .setParameter("user", caller.user().value())
                .getSingleResult();
    }

    private ImportRun own(Caller caller, ImportId id, LockModeType lock) {
        List<ImportRun> found =
                entities.createQuery(
                                "select r from ImportRun r where r.id = :id and r.userId = :user",
                                ImportRun.class)
                        .setParameter("id", id.value())
                        .setParameter("user", caller.user().value())
                        .setLockMode(lock)
                        .getResultList();
        if (found.isEmpty()) {
            throw Problem.notFound("import", id);
        }
        return found.getFirst();
    }
}
