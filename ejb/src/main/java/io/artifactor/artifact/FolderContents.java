package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What becomes of what lies in a folder that is deleted. */
public enum FolderContents {
    /** Only an empty folder is deleted. */
    REFUSE("refuse"),
    /** It lies where the folder lay. */
    MOVE_TO_PARENT("moveToParent"),
    /** The artifacts are deleted, and the folders below too. */
    TRASH("trash");

    private final String id;

    FolderContents(String id) {
        this.id = id;
    }

    /** The one of that name in URLs. */
    public static FolderContents of(String id) {
        return Arrays.stream(values())
                .filter(contents -> contents.id.equals(id))
                .findAny()
                .orElseThrow(() -> Problem.invalid("contents", "must be one of " + ids() + "."));
    }

    private static String ids() {
        return Arrays.stream(values()).map(it -> it.id).collect(Collectors.joining(", "));
    }
}
