package io.artifactor.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in something pasted.
 *
 * @param format the reader that read it, such as {@code claude-page/1}
 * @param isCut whether there is more than is shown
 */
public record Extract(String format, List<Found> artifacts, boolean isCut) {

    /**
     * An artifact in its last version.
     *
     * @param versions how many there are of it
     */
    public record Found(
            String title,
            String kind,
            @Nullable String language,
            String mediaType,
            String fileName,
            int versions,
            String conversation,
            String content) {}

    public Extract {
        artifacts = List.copyOf(artifacts);
    }
}
