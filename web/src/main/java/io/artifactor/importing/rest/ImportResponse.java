package io.artifactor.importing.rest;

import io.artifactor.importing.ImportCounts;
import io.artifactor.importing.ImportRun;
import io.artifactor.importing.Outcome;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import and how far it got. */
@Schema(name = "Import")
public record ImportResponse(
        @Schema(examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42") String id,
        @Schema(examples = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11") String workspaceId,
        @Schema(examples = "data-2026-11-21-batch-0000.zip") String fileName,
        @Schema(examples = "1048576", description = "Of the file, in bytes") long size,
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String sha256,
        @Schema(description = "The reader, with its version", examples = "claude-export/1")
                @Nullable String format,
        @Schema(
                        examples = "completed",
                        enumeration = {
                            "uploaded",
                            "queued",
                            "previewing",
                            "previewed",
                            "running",
                            "completed",
                            "failed",
                            "stopped"
                        })
                String state,
        @Schema(
                        examples = "import",
                        enumeration = {"preview", "import"})
                String mode,
        Options options,
        @Schema(examples = "1048576", description = "Of the file, in bytes") long bytesRead,
        @Schema(examples = "1048576") long bytesTotal,
        Counts counts,
        @Nullable Refusal problem,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant createdAt,
        @Schema(examples = "2026-11-21T10:15:31Z") @Nullable Instant startedAt,
        @Schema(examples = "2026-11-21T10:15:36Z") @Nullable Instant endedAt) {

    /** The sizes a block of code in a message must have to become an artifact. */
    @Schema(name = "ImportOptions")
    public record Options(int codeBlockMinLines, int codeBlockMinChars) {}

    /** Why the import failed. */
    @Schema(name = "ImportProblem")
    public record Refusal(@Schema(examples = "unreadable-import") String code, String detail) {}

    /** What was read, and how many lines of the ledger say what became of it. */
    @Schema(
            name = "ImportCounts",
            description =
                    "The first four count what was read, whatever became of it; the others the"
                            + " lines of the ledger by outcome. An unchanged conversation has one"
                            + " line, a changed one a line for each of its artifacts besides.")
    public record Counts(
            long conversations,
            long messages,
            long artifacts,
            long versions,
            long added,
            long updated,
            long restored,
            long unchanged,
            long skipped,
            long broken,
            long unreadable) {

        static Counts of(ImportCounts counts) {
            return new Counts(
                    counts.conversations(),
                    counts.messages(),
                    counts.artifacts(),
                    counts.versions(),
                    counts.of(Outcome.ADDED),
                    counts.of(Outcome.UPDATED),
                    counts.of(Outcome.RESTORED),
                    counts.of(Outcome.UNCHANGED),
                    counts.of(Outcome.SKIPPED),
                    counts.of(Outcome.BROKEN),
                    counts.of(Outcome.UNREADABLE));
        }
    }

    static ImportResponse of(ImportRun run) {
        return new ImportResponse(
                run.id().toString(),
                run.workspace().toString(),
                run.fileName(),
                run.size(),
                run.sha256(),
                run.format(),
                run.state().id(),
                run.mode().id(),
                new Options(run.options().codeBlockMinLines(), run.options().codeBlockMinChars()),
                run.progress().bytesRead(),
                run.size(),
                Counts.of(run.progress().counts()),
                run.failure().map(it -> new Refusal(it.code(), it.detail())).orElse(null),
                run.createdAt(),
                run.startedAt(),
                run.endedAt());
    }
}
