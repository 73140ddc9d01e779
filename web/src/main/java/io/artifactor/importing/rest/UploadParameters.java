package io.artifactor.importing.rest;

import io.artifactor.importing.ImportMode;
import io.artifactor.importing.ImportOptions;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a file is to be imported, as query parameters. */
public class UploadParameters {

    @QueryParam("fileName")
    @Parameter(description = "The file's name", example = "conversations.json")
    @Nullable String fileName;

    @QueryParam("start")
    @Parameter(description = "Import it as soon as it is here")
    @Schema(defaultValue = "false")
    @Nullable Boolean start;

    @QueryParam("preview")
    @Parameter(description = "Count what an import would do as soon as it is here")
    @Schema(defaultValue = "false")
    @Nullable Boolean preview;

    @QueryParam("workspaceId")
    @Parameter(
            description = "The workspace to bring it into; the caller's own if absent",
            example = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11")
    @Nullable UUID workspaceId;

    @QueryParam("codeBlockMinLines")
    @Parameter(description = "A fenced block of code becomes an artifact from so many lines")
    @Schema(defaultValue = "5")
    @Nullable Integer codeBlockMinLines;

    @QueryParam("codeBlockMinChars")
    @Parameter(description = "and from so many characters")
    @Schema(defaultValue = "200")
    @Nullable Integer codeBlockMinChars;

    String fileName() {
        return fileName == null ? "" : fileName;
    }

    Optional<WorkspaceId> workspace() {
        return Optional.ofNullable(workspaceId).map(WorkspaceId::new);
    }

    ImportOptions options() {
        ImportOptions usual = ImportOptions.DEFAULT;
        return new ImportOptions(
                codeBlockMinLines == null ? usual.codeBlockMinLines() : codeBlockMinLines,
                codeBlockMinChars == null ? usual.codeBlockMinChars() : codeBlockMinChars);
    }

    /** What to begin at once; nothing waits for the caller's word. */
    Optional<ImportMode> atOnce() {
        boolean starts = Boolean.TRUE.equals(start);
        boolean previews = Boolean.TRUE.equals(preview);
        if (starts && previews) {
            throw Problem.invalid(
                    "preview", "cannot be true together with start; the preview comes first.");
        }
        if (starts) {
            return Optional.of(ImportMode.IMPORT);
        }
        return previews ? Optional.of(ImportMode.PREVIEW) : Optional.empty();
    }
}
