package io.artifactor.artifact;

import io.artifactor.artifact.Alignment.Block;
import io.artifactor.artifact.DiffLine.Side;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line. */
final class TextDiff {

    private static final int MAX_LINES = 100_000;
    private static final long MAX_COMPARISONS = 150_000_000;

    private final DiffOptions options;
    private final Alignment alignment = new Alignment(MAX_COMPARISONS);
    private final List<String> from;
    private final List<String> to;

    private TextDiff(String from, String to, DiffOptions options) {
        this.options = options;
        this.from = lines(from);
        this.to = lines(to);
    }

    /**
     * @throws Problem {@code TOO_LARGE} if a text has too many lines, or they differ too much
     */
    static List<DiffHunk> hunks(String from, String to, DiffOptions options) {
        TextDiff diff = new TextDiff(from, to, options);
        List<Block> blocks = diff.alignment.changes(diff.from, diff.to);
        List<DiffHunk> hunks = new ArrayList<>();
        List<Block> near = new ArrayList<>();
        for (Block block : blocks) {
            if (!near.isEmpty()
                    && block.fromStart() - near.getLast().fromEnd() > 2 * options.context()) {
                hunks.add(diff.hunk(near));
                near.clear();
            }
            near.add(block);
        }
        if (!near.isEmpty()) {
            hunks.add(diff.hunk(near));
        }
        return hunks;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(start, end));
            start = end;
            if (lines.size() > MAX_LINES) {
                throw new Problem(
                        ProblemCode.TOO_LARGE,
                        "A version has more than %,d lines, which are too many to compare."
                                .formatted(MAX_LINES));
            }
        }
        return lines;
    }

    private DiffHunk hunk(List<Block> blocks) {
        Block first = blocks.getFirst();
        int fromStart = Math.max(0, first.fromStart() - options.context());
        int toStart = first.toStart() - (first.fromStart() - fromStart);
        List<DiffLine> lines = new ArrayList<>();
        int at = fromStart;
        for (Block block : blocks) {
            addEqual(lines, at, block.fromStart());
            addChanged(lines, block);
            at = block.fromEnd();
        }
        int end = Math.min(from.size(), at + options.context());
        addEqual(lines, at, end);
        int toEnd = blocks.getLast().toEnd() + end - at;
        return new DiffHunk(
                numberOf(fromStart, end),
                end - fromStart,
                numberOf(toStart, toEnd),
                toEnd - toStart,
                lines);
    }

    /** A stretch without lines is named by the line before it, as unified diffs do. */
    private static int numberOf(int start, int end) {
        return start == end ? start : start + 1;
    }

    private void addEqual(List<DiffLine> lines, int start, int end) {
        from.subList(start, end).forEach(line -> lines.add(DiffLine.of(Side.BOTH, line)));
    }

    private void addChanged(List<DiffLine> lines, Block block) {
        List<String> removed = from.subList(block.fromStart(), block.fromEnd());
        List<String> added = to.subList(block.toStart(), block.toEnd());
        if (options.words() && !removed.isEmpty() && !added.isEmpty()) {
            lines.addAll(WordDiff.lines(removed, added, alignment));
        } else {
            removed.forEach(line -> lines.add(DiffLine.of(Side.FROM, line)));
            added.forEach(line -> lines.add(DiffLine.of(Side.TO, line)));
        }
    }
}
