package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactChange;
import io.artifactor.artifact.Placement;
import io.artifactor.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes what people read about an artifact. */
@Schema(name = "ArtifactPatch", description = "What is absent stays as it is")
public record ArtifactPatch(
        @Schema(maxLength = 500, examples = "Merge sort, stable") @Nullable String title,
        @Schema(maxLength = 20_000) @Nullable String description,
        @Schema(maxLength = 255) @Nullable String fileName,
        @Nullable String kind,
        @Schema(description = "An empty text takes the language away") @Nullable String language,
        @Schema(description = "The folder to lie in; empty for the top") @Nullable String folderId,
        @Schema(description = "Empty for none") @Nullable String categoryId,
        @Schema(description = "All its tags, at most 50", maxItems = 50)
                @Nullable List<String> tags,
        @Schema(
                        description = "All its properties: texts, numbers, true and false",
                        additionalProperties = Schema.True.class)
                @Nullable Map<String, Object> properties,
        @Schema(
                        description =
                                "The workspace to be in; takes an editor in both. Tags and category"
                                        + " are those of the same names there")
                @Nullable UUID workspaceId,
        @Schema(
                        examples = "private",
                        enumeration = {"private", "shared", "public"},
                        description =
                                "Who reads it beside those it is granted to; takes its owner, or an"
                                        + " admin of its workspace")
                @Nullable String visibility) {

    ArtifactChange change() {
        return new ArtifactChange(
                title,
                description,
                fileName,
                kind,
                language,
                new Placement(folderId, categoryId, tags, properties)
                        .within(workspaceId == null ? null : new WorkspaceId(workspaceId))
                        .readBy(visibility));
    }
}
