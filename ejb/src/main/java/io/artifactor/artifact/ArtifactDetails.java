package io.artifactor.artifact;

import java.util.Optional;

/**
 * What people read and change about an artifact; checked, and kept as the rules return it.
 *
 * @param title one line of 1 to 500 characters
 * @param description up to 20,000 characters
 * @param fileName under which the content is downloaded, without folders
 */
public record ArtifactDetails(
        String title,
        String description,
        String fileName,
        ArtifactKind kind,
        Optional<String> language) {

    public ArtifactDetails {
        title = TextRules.title(title);
        description = TextRules.description(description);
        fileName = FileNames.checked(fileName);
        language = language.map(TextRules::language);
    }
}
