package io.artifactor.importing;

import io.artifactor.identity.UserId;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One import: a file somebody gave, what to do with it, and how far that got.
 *
 * <p>Goes from uploaded over queued to previewing or running and ends previewed, completed, failed
 * or stopped; {@link ImportState} has the steps. How far it got (position, bytes, counts, and the
 * number of ledger rows) is written only in the transaction of the items it counts, past this
 * entity; here it is read.
 */
@Entity
@Table(name = "import_run")
public class ImportRun {

    @Id private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private UUID workspaceId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(updatable = false)
    private String sha256;

    @Column(updatable = false)
    private long size;

    private @Nullable String format;

    private String mode;

    private String state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Map<String, Integer> options;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "ledger_rows", insertable = false, updatable = false)
    private long ledgerRows;

    @Column(name = "bytes_read", insertable = false, updatable = false)
    private long bytesRead;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(insertable = false, updatable = false)
    private @Nullable Map<String, Long> counts;

    @Column(name = "execution_id", insertable = false, updatable = false)
    private @Nullable Long executionId;

    @Column(insertable = false, updatable = false)
    private int attempts;

    @Column(insertable = false, updatable = false)
    private boolean checked;

    @Column(name = "stop_requested")
    private boolean stopRequested;

    @Column(name = "problem_code")
    private @Nullable String problemCode;

    @Column(name = "problem_detail")
    private @Nullable String problemDetail;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "queued_at")
    private @Nullable Instant queuedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version private int revision;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected ImportRun() {}

    ImportRun(
            WorkspaceId workspace,
            UserId user,
            Upload upload,
            ImportOptions options,
            Instant createdAt) {
        this.id = ImportId.next().value();
        this.workspaceId = workspace.value();
        this.userId = user.value();
        this.fileName = upload.fileName();
        this.sha256 = upload.blob().digest().hex();
        this.size = upload.blob().size();
        this.format = upload.format();
        this.mode = ImportMode.IMPORT.id();
        this.state = ImportState.UPLOADED.id();
        this.options =
                Map.of(
                        "codeBlockMinLines", options.codeBlockMinLines(),
                        "codeBlockMinChars", options.codeBlockMinChars());
        this.createdAt = createdAt;
    }

    /** A file in the store, and the format it was recognised as. */
    public record Upload(String fileName, StoredBlob blob, String format) {}

    /**
     * Why an import failed.
     *
     * @param code of the problem
     * @param detail for its user
     */
    public record Failure(String code, String detail) {}

    /** Puts it in line for a job, whatever became of it before. */
    void queue(ImportMode next, Instant now) {
        become(ImportState.QUEUED);
        mode = next.id();
        queuedAt = now;
        startedAt = null;
        endedAt = null;
        stopRequested = false;
        problemCode = null;
        problemDetail = null;
    }

    /** Ends it where no job has it yet, else asks the job to. */
    void stop(Instant now) {
        if (state().isWorking()) {
            stopRequested = true;
        } else {
            become(ImportState.STOPPED);
            endedAt = now;
        }
    }

    void begin(Instant now) {
        become(mode().working());
        startedAt = now;
    }

    /** The job came to its end: of the file, or because it was asked to stop before. */
    void end(Instant now, boolean wholeFileRead) {
        become(wholeFileRead ? mode().done() : ImportState.STOPPED);
        endedAt = now;
    }

    void fail(ProblemCode code, String detail, Instant now) {
        become(ImportState.FAILED);
        problemCode = code.id();
        problemDetail = detail;
        endedAt = now;
    }

    private void become(ImportState next) {
        state = state().to(next).id();
    }

    public ImportId id() {
        return new ImportId(id);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String fileName() {
        return fileName;
    }

    public String sha256() {
        return sha256;
    }

    /** Of the file, in bytes. */
    public long size() {
        return size;
    }

    public @Nullable String format() {
        return format;
    }

    public ImportMode mode() {
        return ImportMode.ofId(mode);
    }

    public ImportState state() {
        return ImportState.ofId(state);
    }

    public ImportOptions options() {
        return new ImportOptions(
                Objects.requireNonNullElse(options.get("codeBlockMinLines"), 5),
                Objects.requireNonNullElse(options.get("codeBlockMinChars"), 200));
    }

    public ImportProgress progress() {
        ImportCounts sum = counts == null ? ImportCounts.NONE : ImportCounts.ofMap(counts);
        return new ImportProgress(position, ledgerRows, bytesRead, sum);
    }

    /** Whether the file was read to its end once without a refusal. */
    boolean isChecked() {
        return checked;
    }

    boolean isStopRequested() {
        return stopRequested;
    }

    /** The batch execution that worked on it last. */
    OptionalLong lastExecution() {
        return executionId == null ? OptionalLong.empty() : OptionalLong.of(executionId);
    }

    /** How often it was taken up by another server since it last got on. */
    int attempts() {
        return attempts;
    }

    /** Why it failed, if it did. */
    public Optional<Failure> failure() {
        return problemCode == null || problemDetail == null
                ? Optional.empty()
                : Optional.of(new Failure(problemCode, problemDetail));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
