package io.artifactor.artifact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says about content it brings; whatever it leaves out is found out from the content.
 */
public record ArtifactProposal(
        @Nullable String title,
        @Nullable String description,
        @Nullable String fileName,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String mediaType) {

    private static final String UNTITLED = "Untitled";

    /** Refuses bad texts before any content is taken in. */
    public ArtifactProposal {
        title = title == null || title.isBlank() ? null : TextRules.title(title);
        description = description == null ? null : TextRules.description(description);
        fileName = fileName == null || fileName.isBlank() ? null : FileNames.checked(fileName);
        kind = kind == null ? null : TextRules.kind(kind).id();
        language = language == null || language.isBlank() ? null : TextRules.language(language);
        mediaType =
                mediaType == null || mediaType.isBlank() ? null : TextRules.mediaType(mediaType);
    }

    /** The name to judge the content by, before there is a better one. */
    String nameForDetection() {
        return fileName == null ? "" : fileName;
    }

    Optional<String> declaredType() {
        return Optional.ofNullable(mediaType);
    }

    Optional<String> declaredLanguage() {
        return Optional.ofNullable(language);
    }

    /** The details of the artifact, given what its content was found to be. */
    ArtifactDetails details(ContentTraits found) {
        String title = this.title;
        if (title == null) {
            title = fileName == null ? UNTITLED : fileName;
        }
        String name = fileName;
        if (name == null) {
            name = FileNames.suggested(title, found.language(), found.mediaType());
        }
        return new ArtifactDetails(
                title,
                description == null ? "" : description,
                name,
                kind == null ? found.kind() : TextRules.kind(kind),
                found.language());
    }
}
