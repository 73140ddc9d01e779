package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what was met and not applied; many of one sort are counted instead of listed. */
final class Notes {

    private static final int MAX_LISTED = 500;

    private final List<ImportNote> listed = new ArrayList<>();
    private final Map<String, Integer> unknownBlocks = new TreeMap<>();
    private int more;

    void add(String code, String detail, @Nullable String artifactKey) {
        if (listed.size() < MAX_LISTED) {
            listed.add(new ImportNote(code, shortened(detail), artifactKey));
        } else {
            more++;
        }
    }

    /** A block no reader knows, which its message keeps as it is. */
    void unknownBlock(String type) {
        if (unknownBlocks.size() < MAX_LISTED || unknownBlocks.containsKey(type)) {
            unknownBlocks.merge(shortened(type), 1, Integer::sum);
        }
    }

    List<ImportNote> all() {
        List<ImportNote> all = new ArrayList<>(listed);
        unknownBlocks.forEach((type, count) ->
                all.add(
                        new ImportNote(
                                "unknown-block",
                                count + " of type " + type + ", kept as they are",
                                null)));
        if (more > 0) {
            all.add(new ImportNote("more-notes", more + " more of the same sorts", null));
        }
        return all;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
