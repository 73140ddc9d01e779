package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "sort, srot, 1",
        "sort, sort, 0",
        "sort, sor, 1",
        "sort, sorts, 1",
        "merge, marge, 1",
        "parse, parser, 1",
        "quicksort, quikcsrot, 2",
        "kitten, sitting, 3",
    })
    void distanceCountsLettersThatAreOthers(String one, String other, int distance) {
        assertThat(Spelling.distance(one, other)).isEqualTo(distance);
        assertThat(Spelling.distance(other, one)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({
        "srot, sort, true",
        "sart, sort, true",
        "tort, sort, false",
        "ab, ac, false",
        "parser, parse, true",
        "quikcsrot, quicksort, true",
        "quikcsrt, quicksor, false",
    })
    void nearWordsMayHaveBeenMeant(String typed, String word, boolean near) {
        assertThat(Spelling.isNear(typed, word)).isEqualTo(near);
    }
}
