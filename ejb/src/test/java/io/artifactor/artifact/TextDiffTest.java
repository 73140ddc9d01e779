package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.artifact.DiffLine.Piece;
import io.artifactor.artifact.DiffLine.Side;
import io.artifactor.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextDiffTest {

    private static final DiffOptions LINES = DiffOptions.of(null, 3);

    private static String text(DiffHunk hunk) {
        return hunk.lines().stream()
                .map(line -> line.side().mark() + line.text())
                .collect(Collectors.joining("|"));
    }

    /** The older and the newer text a comparison with all lines tells of. */
    private static String told(List<DiffHunk> hunks, Side side) {
        return hunks.stream()
                .flatMap(hunk -> hunk.lines().stream())
                .filter(line -> line.side() == side || line.side() == Side.BOTH)
                .map(line -> line.text() + (line.ended() ? "\n" : ""))
                .collect(Collectors.joining());
    }

    @Test
    void aChangeStandsBetweenItsNeighbours() {
        List<DiffHunk> hunks =
                TextDiff.hunks("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", DiffOptions.of("line", 1));

        assertThat(hunks).hasSize(1);
        assertThat(text(hunks.getFirst())).isEqualTo(" b|-c|+X| d");
        assertThat(hunks.getFirst().fromStart()).isEqualTo(2);
        assertThat(hunks.getFirst().fromLines()).isEqualTo(3);
    }

    @Test
    void changesFarFromEachOtherAreHunksOfTheirOwn() {
        String from =
                IntStream.range(0, 40).mapToObj(i -> "l" + i + "\n").collect(Collectors.joining());
        String to = from.replace("l5\n", "x\n").replace("l30\n", "");

        List<DiffHunk> hunks = TextDiff.hunks(from, to, LINES);

        assertThat(hunks).extracting(DiffHunk::fromStart).containsExactly(3, 28);
        assertThat(hunks).extracting(DiffHunk::toStart).containsExactly(3, 28);
        assertThat(hunks).extracting(DiffHunk::toLines).containsExactly(7, 6);
    }

    @Test
    void aMissingLineFeedAtTheEndIsAChange() {
        List<DiffHunk> hunks = TextDiff.hunks("a\nb", "a\nb\n", LINES);

        assertThat(text(hunks.getFirst())).isEqualTo(" a|-b|+b");
        assertThat(hunks.getFirst().lines().get(1).ended()).isFalse();
    }

    @Test
    void emptyTextsAreTexts() {
        assertThat(TextDiff.hunks("", "", LINES)).isEmpty();
        assertThat(text(TextDiff.hunks("", "a\n", LINES).getFirst())).isEqualTo("+a");
        assertThat(TextDiff.hunks("", "a\n", LINES).getFirst().fromStart()).isZero();
        assertThat(text(TextDiff.hunks("a\n", "", LINES).getFirst())).isEqualTo("-a");
    }

    @Test
    void wordsOfAChangedLineAreTold() {
        DiffHunk hunk =
                TextDiff.hunks("the old house\n", "the new house\n", DiffOptions.of("word", 0))
                        .getFirst();

        assertThat(hunk.lines().getFirst().words())
                .containsExactly(
                        new Piece("the ", false),
                        new Piece("old", true),
                        new Piece(" house", false));
        assertThat(hunk.lines().getLast().words())
                .containsExactly(
                        new Piece("the ", false),
                        new Piece("new", true),
                        new Piece(" house", false));
    }

    @Test
    void everyComparisonTellsBothTextsWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String from = randomText(random);
            String to = randomText(random);
            for (String mode : List.of("line", "word")) {
                List<DiffHunk> hunks = TextDiff.hunks(from, to, DiffOptions.of(mode, 100));
                if (!from.equals(to)) {
                    assertThat(told(hunks, Side.FROM)).isEqualTo(from);
                    assertThat(told(hunks, Side.TO)).isEqualTo(to);
                }
                hunks.stream()
                        .flatMap(hunk -> hunk.lines().stream())
                        .filter(line -> !line.words().isEmpty())
                        .forEach(line ->
                                assertThat(
                                                line.words().stream()
                                                        .map(Piece::text)
                                                        .collect(Collectors.joining()))
                                        .isEqualTo(line.text()));
            }
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    List.of("a", "b", " ", "\n", "\r\n", "\r", "é", ".").get(random.nextInt(8)));
        }
        return text.toString();
    }

    @Test
    @Timeout(20)
    void whollyDifferentTextsOfManyLinesAreComparedAtOnce() {
        String from =
                IntStream.range(0, 90_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String to =
                IntStream.range(0, 90_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        assertThat(TextDiff.hunks(from, to, LINES)).hasSize(1);
    }

    @Test
    @Timeout(60)
    void shuffledTextsOfManyLinesAreRefusedInBoundedTime() {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 90_000).forEach(i -> lines.add("l" + i % 5_000));
        Collections.shuffle(lines, new Random(1));
        String from = String.join("\n", lines);
        Collections.shuffle(lines, new Random(2));
        String to = String.join("\n", lines);

        assertThatThrownBy(() -> TextDiff.hunks(from, to, LINES)).isInstanceOf(Problem.class);
    }

    @Test
    void tooManyLinesAreRefused() {
        assertThatThrownBy(() -> TextDiff.hunks("\n".repeat(100_001), "a", LINES))
                .isInstanceOf(Problem.class);
    }
}
