package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactProposal;
import io.artifactor.artifact.Placement;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What may be said about an uploaded file in the query. */
public class UploadParameters {

    @QueryParam("fileName")
    @Parameter(description = "Decides between kinds of text", example = "merge-sort.py")
    @Nullable String fileName;

    @QueryParam("title")
    @Parameter(description = "The file's name if absent")
    @Nullable String title;

    @QueryParam("description")
    @Nullable String description;

    @QueryParam("kind")
    @Parameter(description = "Found out from the content if absent", example = "code")
    @Nullable String kind;

    @QueryParam("language")
    @Parameter(description = "Found out from the file's name if absent", example = "python")
    @Nullable String language;

    @QueryParam("workspaceId")
    @Parameter(
            description = "The workspace to add it to; the caller's own if absent",
            example = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11")
    @Nullable String workspaceId;

    @QueryParam("folderId")
    @Parameter(description = "The folder to lie in; the top if absent")
    @Nullable String folderId;

    @QueryParam("categoryId")
    @Parameter(description = "Found out from the file's name if absent; empty for none")
    @Nullable String categoryId;

    @QueryParam("visibility")
    @Parameter(
            description = "Who reads it: private, shared (as if absent) or public",
            example = "shared")
    @Nullable String visibility;

    @QueryParam("tag")
    @Parameter(
            description = "A tag to give it; several times for several",
            example = "[\"sorting\"]")
    List<String> tags = List.of();

    @QueryParam("restore")
    @Parameter(description = "Whether the same file in the trash may come back instead")
    @Nullable Boolean restore;

    Placement placement(Map<String, String> fields) {
        return new Placement(
                        either(fields, "folderId", folderId),
                        either(fields, "categoryId", categoryId),
                        tags.isEmpty() ? null : List.copyOf(tags),
                        null)
                .withinNamed(either(fields, "workspaceId", workspaceId))
                .readBy(either(fields, "visibility", visibility));
    }

    boolean mayRestore() {
        return !Boolean.FALSE.equals(restore);
    }

    /** A field of the form goes before the parameter of that name. */
    ArtifactProposal proposal(Map<String, String> fields, @Nullable String mediaType) {
        return new ArtifactProposal(
                either(fields, "title", title),
                either(fields, "description", description),
                either(fields, "fileName", fileName),
                either(fields, "kind", kind),
                either(fields, "language", language),
                mediaType);
    }

    private static @Nullable String either(
            Map<String, String> fields, String name, @Nullable String parameter) {
        String field = fields.get(name);
        return field == null ? parameter : field;
    }
}
