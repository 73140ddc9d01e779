package io.artifactor.workspace.rest;

import io.artifactor.workspace.WorkspaceChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes a workspace. */
@Schema(name = "WorkspacePatch", description = "What is absent stays as it is")
public record WorkspacePatch(
        @Schema(maxLength = 120, examples = "Compilers") @Nullable String name,
        @Schema(maxLength = 2000, examples = "All about parsing") @Nullable String description,
        @Schema(
                        description =
                                "true makes its content readable only, false changeable again; for"
                                        + " owners",
                        examples = "false")
                @Nullable Boolean archived) {

    WorkspaceChange change() {
        return new WorkspaceChange(name, description, archived);
    }
}
