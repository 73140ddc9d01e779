package io.artifactor.importing.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.importing.format.PatternEdit.Replacement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void overlappingOccurrencesCountAsMoreThanOne() {
        assertThat(new Edit.Exact("aa", "b").apply("aaa").problem()).contains("more than once");
    }

    @Test
    void emptyTextToReplaceIsRefused() {
        assertThat(new Edit.Exact("", "b").apply("aaa").problem()).contains("empty");
    }

    @Test
    void replacementIsTakenLiterally() {
        assertThat(new Edit.Exact("x", "$1\\").apply("axb").content()).isEqualTo("a$1\\b");
    }

    @Test
    void onlyTheFirstMatchIsReplacedUnlessAllAreMeant() {
        assertThat(pattern("a", "b", false).apply("aaa").content()).isEqualTo("baa");
        assertThat(pattern("a", "b", true).apply("aaa").content()).isEqualTo("bbb");
    }

    @Test
    void groupsAndEscapesFollowPython() {
        assertThat(
                        pattern("(?P<w>\\w+) (\\w+)", "\\g<2>\\n\\g<w> \\q", false)
                                .apply("ab cd")
                                .content())
                .isEqualTo("cd\nab \\q");
        assertThat(pattern("d\\Z", "!", false).apply("dad").content()).isEqualTo("da!");
    }

    @Test
    void aFailedPatternUndoesTheWholeChange() {
        Edit edit =
                new PatternEdit(
                        List.of(
                                new Replacement("a", "b", false),
                                new Replacement("zebra", "", false)));
        assertThat(edit.apply("abc").content()).isEqualTo("abc");
        assertThat(edit.apply("abc").problem()).isNotNull();
    }

    @Test
    void patternsThatCannotBeUsedAreProblems() {
        assertThat(pattern("(", "b", false).apply("x").problem()).contains("cannot be used");
        assertThat(pattern("(?<=a)b", "b", false).apply("x").problem()).contains("cannot be used");
        assertThat(pattern("a".repeat(5000), "b", false).apply("x").problem()).contains("too long");
    }

    @Test
    void evilPatternsEndSoonAndAlwaysAlike() {
        String text = "a".repeat(1 << 20);
        for (String evil :
                List.of("(a+)+$b", "(a|a)*c", "(.*)(.*)(.*)(.*)x", "(((a{100}){10}){10})+b")) {
            long start = System.nanoTime();
            Edit.Applied first = pattern(evil, "", true).apply(text);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(first.problem()).as(evil).isNotNull();
        }
    }

    private static PatternEdit pattern(String pattern, String replacement, boolean multiple) {
        return new PatternEdit(List.of(new Replacement(pattern, replacement, multiple)));
    }
}
