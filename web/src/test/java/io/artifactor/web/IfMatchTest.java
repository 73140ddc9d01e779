package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    private static ExpectedRevision revisions(Integer... revisions) {
        return ExpectedRevision.of(Set.of(revisions));
    }

    @Test
    void revisionsStandInQuotes() {
        assertThat(IfMatch.required("\"3\"")).isEqualTo(revisions(3));
        assertThat(IfMatch.required(" \"3\" , \"14\"")).isEqualTo(revisions(3, 14));
    }

    @Test
    void aCountBehindTheRevisionMakesNoDifferenceToWriters() {
        assertThat(IfMatch.required("\"3.17\"")).isEqualTo(revisions(3));
        assertThat(IfMatch.required("\"3.\", \"3.x\", \"3.1.1\"")).isEqualTo(revisions());
    }

    @Test
    void aStarIsWhateverIsThere() {
        assertThat(IfMatch.required("*")).isEqualTo(ExpectedRevision.any());
    }

    @Test
    void aTagThatIsNoneOfOursMatchesNothing() {
        assertThat(IfMatch.required("W/\"3\"")).isEqualTo(revisions());
        assertThat(IfMatch.required("\"abc\"")).isEqualTo(revisions());
        assertThat(IfMatch.required("\"99999999999999999999\"")).isEqualTo(revisions());
        assertThat(IfMatch.required("\"-1\"")).isEqualTo(revisions());
    }

    @Test
    void withoutAHeaderAWriteIsRefused() {
        assertThatThrownBy(() -> IfMatch.required(null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.code()).isEqualTo(ProblemCode.PRECONDITION_REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "3\"", "\"a\"b\"", "\"3\" \"4\"", "**", "\"3\"; x"})
    void whatIsNoTagIsRefused(String header) {
        assertThatThrownBy(() -> IfMatch.required(header))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("If-Match");
    }

    @Test
    void aVeryLongHeaderIsRefusedAtOnce() {
        assertThatThrownBy(() -> IfMatch.required("\"1\",".repeat(100_000)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> IfMatch.required(" \t,".repeat(300) + "x"))
                .isInstanceOf(Problem.class);
    }
}
