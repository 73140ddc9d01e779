package io.artifactor.artifact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact belongs in its workspace, as somebody says it; for an artifact that is there
 * already, what is absent stays as it is.
 *
 * @param folder the id of the folder; an empty text for none
 * @param category the id of the category; an empty text for none
 * @param tags all its tags
 * @param properties all its properties
 */
public record Placement(
        @Nullable String folder,
        @Nullable String category,
        @Nullable List<String> tags,
        @Nullable Map<String, Object> properties) {

    /** Nothing said. */
    public static final Placement NONE = new Placement(null, null, null, null);

    /** In a folder, or nothing said. */
    public static Placement in(@Nullable String folder) {
        return new Placement(folder, null, null, null);
    }
}
