package io.artifactor.artifact;

import io.artifactor.artifact.Alignment.Block;
import io.artifactor.artifact.DiffLine.Piece;
import io.artifactor.artifact.DiffLine.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of changed lines which of their words changed, wherever in the lines they stand now. */
final class WordDiff {

    private static final Pattern TOKEN =
            Pattern.compile("\\R|[\\p{L}\\p{M}\\p{N}_]++|[^\\S\\r\\n]++|.", Pattern.DOTALL);

    private WordDiff() {}

    static List<DiffLine> lines(List<String> removed, List<String> added, Alignment alignment) {
        List<String> from = tokens(removed);
        List<String> to = tokens(added);
        boolean[] fromChanged = new boolean[from.size()];
        boolean[] toChanged = new boolean[to.size()];
        for (Block block : alignment.changes(from, to)) {
            Arrays.fill(fromChanged, block.fromStart(), block.fromEnd(), true);
            Arrays.fill(toChanged, block.toStart(), block.toEnd(), true);
        }
        List<DiffLine> lines = new ArrayList<>();
        addLines(lines, Side.FROM, removed, from, fromChanged);
        addLines(lines, Side.TO, added, to, toChanged);
        return lines;
    }

    private static List<String> tokens(List<String> lines) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(String.join("", lines));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static void addLines(
            List<DiffLine> target,
            Side side,
            List<String> lines,
            List<String> tokens,
            boolean[] changed) {
        int token = 0;
        for (String line : lines) {
            int left = line.length();
            DiffLine shown = DiffLine.of(side, line);
            int visible = shown.text().length();
            List<Piece> pieces = new ArrayList<>();
            while (left > 0) {
                String text = tokens.get(token);
                String seen = text.substring(0, Math.min(text.length(), visible));
                add(pieces, seen, changed[token]);
                visible -= seen.length();
                left -= text.length();
                token++;
            }
            target.add(shown.inPieces(pieces));
        }
    }

    private static void add(List<Piece> pieces, String text, boolean changed) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().changed() == changed) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.text() + text, changed));
        } else {
            pieces.add(new Piece(text, changed));
        }
    }
}
