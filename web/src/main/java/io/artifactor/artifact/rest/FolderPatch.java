package io.artifactor.artifact.rest;

import io.artifactor.artifact.FolderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that renames or moves a folder. */
@Schema(name = "FolderPatch", description = "What is absent stays as it is")
public record FolderPatch(
        @Schema(maxLength = 255, examples = "Sorting") @Nullable String name,
        @Schema(description = "The folder to lie in; empty for the top")
                @Nullable String parentId) {

    FolderChange change() {
        return new FolderChange(name, parentId);
    }
}
