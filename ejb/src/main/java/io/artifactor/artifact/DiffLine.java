package io.artifactor.artifact;

import java.util.List;

/**
 * One line of a comparison.
 *
 * @param text without the end of the line
 * @param ended whether a line feed ends it; the last line of a text may have none
 * @param words the text in pieces that are unchanged or not; empty if that was not asked for, or
 *     the line is wholly changed or unchanged
 */
public record DiffLine(Side side, String text, boolean ended, List<Piece> words) {

    public DiffLine {
        words = List.copyOf(words);
    }

    static DiffLine of(Side side, String line) {
        boolean ended = line.endsWith("\n");
        return new DiffLine(
                side, ended ? line.substring(0, line.length() - 1) : line, ended, List.of());
    }

    DiffLine inPieces(List<Piece> pieces) {
        return new DiffLine(side, text, ended, pieces);
    }

    /** In which of the two texts a line stands. */
    public enum Side {
        BOTH("equal", ' '),
        FROM("delete", '-'),
        TO("insert", '+');

        private final String id;
        private final char mark;

        Side(String id, char mark) {
            this.id = id;
            this.mark = mark;
        }

        /** The name in documents. */
        public String id() {
            return id;
        }

        /** The character in front of the line in unified diffs. */
        public char mark() {
            return mark;
        }
    }

    /** Some words of a line. */
    public record Piece(String text, boolean changed) {}
}
