package io.artifactor.artifact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to change about an artifact; what is absent stays as it is.
 *
 * @param language the new language; an empty text takes it away
 */
public record ArtifactChange(
        @Nullable String title,
        @Nullable String description,
        @Nullable String fileName,
        @Nullable String kind,
        @Nullable String language,
        Placement placement) {

    public ArtifactChange(
            @Nullable String title,
            @Nullable String description,
            @Nullable String fileName,
            @Nullable String kind,
            @Nullable String language) {
        this(title, description, fileName, kind, language, Placement.NONE);
    }

    ArtifactDetails applyTo(ArtifactDetails now) {
        return new ArtifactDetails(
                title == null ? now.title() : title,
                description == null ? now.description() : description,
                fileName == null ? now.fileName() : fileName,
                kind == null ? now.kind() : TextRules.kind(kind),
                changedLanguage(now.language()));
    }

    private Optional<String> changedLanguage(Optional<String> now) {
        if (language == null) {
            return now;
        }
        return Optional.of(language)
                .filter(text -> !text.isBlank())
                .map(TextRules::language)
                .map(ContentDetection::canonical);
    }
}
