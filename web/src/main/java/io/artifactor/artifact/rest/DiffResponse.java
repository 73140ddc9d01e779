package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.DiffHunk;
import io.artifactor.artifact.DiffLine;
import io.artifactor.artifact.DiffLine.Piece;
import io.artifactor.artifact.VersionDiff;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed between two versions, as the interface shows it. */
@Schema(name = "Diff")
public record DiffResponse(
        Side from,
        Side to,
        boolean identical,
        @Schema(
                        description =
                                "Whether they are not compared because one is no text or larger than"
                                        + " 2 MiB; sizes and digests say how they differ")
                boolean binary,
        @Schema(description = "How many lines were added") long added,
        @Schema(description = "How many lines were removed") long removed,
        List<Hunk> hunks) {

    public DiffResponse {
        hunks = List.copyOf(hunks);
    }

    static DiffResponse of(VersionDiff diff) {
        return new DiffResponse(
                Side.of(diff.from()),
                Side.of(diff.to()),
                diff.isIdentical(),
                diff.binary(),
                diff.added(),
                diff.removed(),
                diff.hunks().stream().map(Hunk::of).toList());
    }

    /** One of the two versions. */
    @Schema(name = "DiffSide")
    public record Side(UUID versionId, String branch, int number, long size, String sha256) {

        static Side of(ArtifactVersion version) {
            return new Side(
                    version.id().value(),
                    version.branch(),
                    version.number(),
                    version.size(),
                    version.sha256().hex());
        }
    }

    /** Changes close to each other. */
    @Schema(name = "DiffHunk")
    public record Hunk(
            @Schema(description = "The first line in `from`, counted from 1") int fromStart,
            int fromLines,
            @Schema(description = "The first line in `to`, counted from 1") int toStart,
            int toLines,
            List<Line> lines) {

        public Hunk {
            lines = List.copyOf(lines);
        }

        static Hunk of(DiffHunk hunk) {
            return new Hunk(
                    hunk.fromStart(),
                    hunk.fromLines(),
                    hunk.toStart(),
                    hunk.toLines(),
                    hunk.lines().stream().map(Line::of).toList());
        }
    }

    /** One line of a hunk. */
    @Schema(name = "DiffLine")
    public record Line(
            @Schema(enumeration = {"equal", "delete", "insert"}) String op,
            @Schema(description = "Without the end of the line") String text,
            @Schema(description = "True for a last line that no line feed ends")
                    @Nullable Boolean unended,
            @Schema(description = "With mode=word, the pieces of a changed line")
                    @Nullable List<Word> words) {

        static Line of(DiffLine line) {
            List<Word> words = line.words().stream().map(Word::of).toList();
            return new Line(
                    line.side().id(),
                    line.text(),
                    line.ended() ? null : true,
                    words.isEmpty() ? null : words);
        }
    }

    /** Some words of a line. */
    @Schema(name = "DiffWord")
    public record Word(String text, boolean changed) {

        static Word of(Piece piece) {
            return new Word(piece.text(), piece.changed());
        }
    }
}
