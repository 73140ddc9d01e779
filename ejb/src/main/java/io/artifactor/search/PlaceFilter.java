package io.artifactor.search;

import io.artifactor.artifact.TagKeys;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where what is looked for belongs; what the searcher may not read finds nothing.
 *
 * @param tags keys of tags, all of which it has
 * @param folder in which it lies, or below which
 */
public record PlaceFilter(List<String> tags, @Nullable UUID category, @Nullable UUID folder) {

    /** Anywhere. */
    public static final PlaceFilter NONE = new PlaceFilter(List.of(), null, null);

    public PlaceFilter {
        tags = TagKeys.of(tags);
    }
}
