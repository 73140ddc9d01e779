package io.artifactor.artifact;

import java.util.List;

/**
 * Changes that stand close to each other, with the unchanged lines around them.
 *
 * @param fromStart the number of the first line in the older text, counted from 1
 * @param toStart the number of the first line in the newer text, counted from 1
 */
public record DiffHunk(
        int fromStart, int fromLines, int toStart, int toLines, List<DiffLine> lines) {

    public DiffHunk {
        lines = List.copyOf(lines);
    }
}
