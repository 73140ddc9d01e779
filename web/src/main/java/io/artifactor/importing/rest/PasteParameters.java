package io.artifactor.importing.rest;

import io.artifactor.importing.ImportOptions;
import io.artifactor.workspace.WorkspaceId;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How something pasted is to be read, as query parameters. */
public class PasteParameters {

    @QueryParam("fileName")
    @Parameter(
            description = "What it was called; without it, a name that fits its media type",
            example = "talk.html")
    @Nullable String fileName;

    @QueryParam("workspaceId")
    @Parameter(
            description = "The workspace to bring it into; the caller's own if absent",
            example = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11")
    @Nullable UUID workspaceId;

    @QueryParam("codeBlockMinLines")
    @Parameter(description = "A block of code becomes an artifact from so many lines")
    @Schema(defaultValue = "5")
    @Nullable Integer codeBlockMinLines;

    @QueryParam("codeBlockMinChars")
    @Parameter(description = "and from so many characters")
    @Schema(defaultValue = "200")
    @Nullable Integer codeBlockMinChars;

    /** A bare paste has a name by which the readers know it as one. */
    String fileName(@Nullable MediaType type) {
        if (fileName != null && !fileName.isBlank()) {
            return fileName;
        }
        String subtype = type == null ? "" : type.getSubtype();
        return switch (subtype) {
            case "html", "xhtml+xml" -> "page.html";
            case "json" -> "conversation.json";
            case "markdown" -> "conversation.md";
            default -> "pasted.txt";
        };
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
}
