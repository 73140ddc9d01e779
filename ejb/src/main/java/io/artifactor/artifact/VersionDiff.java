package io.artifactor.artifact;

import io.artifactor.artifact.DiffLine.Side;
import java.util.List;

/**
 * What changed between two versions.
 *
 * @param binary whether they are not compared because one is no text, or too large
 * @param hunks what changed; empty for binary ones and for equal ones
 */
public record VersionDiff(
        String fileName,
        ArtifactVersion from,
        ArtifactVersion to,
        boolean binary,
        List<DiffHunk> hunks) {

    public VersionDiff {
        hunks = List.copyOf(hunks);
    }

    public boolean isIdentical() {
        return from.sha256().equals(to.sha256());
    }

    /** How many lines stand in the newer version only. */
    public long added() {
        return count(Side.TO);
    }

    /** How many lines stand in the older version only. */
    public long removed() {
        return count(Side.FROM);
    }

    private long count(Side side) {
        return hunks.stream()
                .flatMap(hunk -> hunk.lines().stream())
                .filter(line -> line.side() == side)
                .count();
    }

    /** As {@code diff -u} writes it, and {@code patch} reads it. */
    public String unified() {
        if (isIdentical()) {
            return "";
        }
        if (binary) {
            return "Binary files a/" + fileName + " and b/" + fileName + " differ\n";
        }
        StringBuilder text = new StringBuilder();
        text.append("--- a/").append(fileName).append('\n');
        text.append("+++ b/").append(fileName).append('\n');
        for (DiffHunk hunk : hunks) {
            text.append("@@ -")
                    .append(range(hunk.fromStart(), hunk.fromLines()))
                    .append(" +")
                    .append(range(hunk.toStart(), hunk.toLines()))
                    .append(" @@\n");
            for (DiffLine line : hunk.lines()) {
                text.append(line.side().mark()).append(line.text()).append('\n');
                if (!line.ended()) {
                    text.append("\\ No newline at end of file\n");
                }
            }
        }
        return text.toString();
    }

    private static String range(int start, int lines) {
        return lines == 1 ? String.valueOf(start) : start + "," + lines;
    }
}
