package io.artifactor.artifact.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of an upload form, for the description of the interface. */
@Schema(name = "UploadForm")
public record UploadForm(
        @Schema(type = SchemaType.STRING, format = "binary", required = true) String file,
        @Nullable String title,
        @Nullable String description,
        @Nullable String fileName,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String workspaceId,
        @Nullable String folderId,
        @Nullable String categoryId,
        @Nullable String visibility) {}
