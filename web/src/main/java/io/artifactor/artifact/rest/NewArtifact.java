package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactProposal;
import io.artifactor.artifact.Placement;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that adds an artifact of text. */
@Schema(name = "NewArtifact")
public record NewArtifact(
        @Schema(required = true, maxLength = 500, examples = "Merge sort") @Nullable String title,
        @Schema(examples = "Stable, in n log n steps", maxLength = 20_000)
                @Nullable String description,
        @Schema(maxLength = 255, examples = "merge-sort.py") @Nullable String fileName,
        @Schema(examples = "code", description = "Found out from the content if absent")
                @Nullable String kind,
        @Schema(examples = "python", description = "Found out from the content if absent")
                @Nullable String language,
        @Schema(
                        examples = "text/x-python",
                        description = "Says more of what the content shows, never something else")
                @Nullable String mediaType,
        @Schema(examples = "def merge_sort(items): ...", description = "The text; none if absent")
                @Nullable String content,
        @Schema(
                        examples = "01939d2f-0000-7000-8000-000000000001",
                        description = "The folder to lie in; the top if absent or empty")
                @Nullable String folderId,
        @Schema(
                        examples = "01000000-0000-7000-8000-000000000001",
                        description = "Found out from the file name if absent; empty for none")
                @Nullable String categoryId,
        @Schema(maxItems = 50, examples = "[\"sorting\"]") @Nullable List<String> tags,
        @Schema(
                        examples = "{\"stars\":5}",
                        description = "Texts, numbers, true and false under names of one's own",
                        additionalProperties = Schema.True.class)
                @Nullable Map<String, Object> properties,
        @Schema(
                        examples = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11",
                        description = "The caller's own if absent")
                @Nullable UUID workspaceId,
        @Schema(
                        examples = "shared",
                        enumeration = {"private", "shared", "public"},
                        description =
                                "Who reads it beside those it is granted to: its owner and the"
                                        + " admins of its workspace, its members, or everybody"
                                        + " signed in; shared if absent")
                @Nullable String visibility) {

    Placement placement() {
        return new Placement(folderId, categoryId, tags, properties)
                .within(workspaceId == null ? null : new WorkspaceId(workspaceId))
                .readBy(visibility);
    }

    ArtifactProposal proposal() {
        if (title == null || title.isBlank()) {
            throw Problem.invalid("title", "must not be empty.");
        }
        return new ArtifactProposal(title, description, fileName, kind, language, mediaType);
    }

    /** The text in UTF-8; what cannot be written in it is refused rather than replaced. */
    byte[] bytes() {
        String text = content == null ? "" : content;
        try {
            java.nio.ByteBuffer encoded =
                    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("content", "holds half of a surrogate pair, which is no text.");
        }
    }
}
