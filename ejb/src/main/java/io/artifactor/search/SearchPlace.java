package io.artifactor.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact belongs, as an index holds it.
 *
 * @param tags their names
 * @param tagKeys what tags are compared by
 * @param path of the folder, empty at the top
 * @param folders the folder and all those above it
 * @param categoryName empty without a category
 * @param properties names and values as text
 */
record SearchPlace(
        List<String> tags,
        List<String> tagKeys,
        String path,
        List<UUID> folders,
        String categoryName,
        @Nullable UUID category,
        String properties) {

    /** Of what has no place. */
    static final SearchPlace NONE =
            new SearchPlace(List.of(), List.of(), "", List.of(), "", null, "");

    SearchPlace {
        tags = List.copyOf(tags);
        tagKeys = List.copyOf(tagKeys);
        folders = List.copyOf(folders);
    }

    /** All its words, for an index that does not tell them apart. */
    String text() {
        return String.join(" ", tags) + ' ' + path + ' ' + categoryName + ' ' + properties;
    }
}
