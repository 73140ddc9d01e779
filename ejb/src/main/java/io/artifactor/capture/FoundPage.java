package io.artifactor.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page and what an extension found on it, in the order of the page.
 *
 * @param conversation of artifacts that do not name one themselves
 */
public record FoundPage(
        @Nullable String url, @Nullable String conversation, List<FoundArtifact> artifacts) {

    public FoundPage {
        artifacts = List.copyOf(artifacts);
    }
}
