package io.artifactor.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    @Test
    void controlCharactersAndLoneSurrogatesArePartOfNoWord() {
        assertThat(query("a\0b\uD800c\n", null).text()).isEqualTo("a b c");
    }

    @Test
    void nextPageStartsWhereThisOneEnds() {
        String next = query("x", null).next(50);
        assertThat(next).isNotNull();
        assertThat(query("x", next).offset()).isEqualTo(20);
    }

    @Test
    void lastPageHasNoNext() {
        assertThat(query("x", null).next(20)).isNull();
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        String next = query("x", null).next(50);
        assertThatThrownBy(() -> query("y", next).offset())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void veryLongQueryIsRefusedByName() {
        assertThatThrownBy(() -> query("x".repeat(1_001), null))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("q:");
    }

    @Test
    void tooManyWordsAreRefusedByName() {
        String words = IntStream.range(0, 101).mapToObj(i -> "w" + i).collect(joining(" "));
        assertThatThrownBy(() -> query(words, null))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("q:");
    }

    @Test
    void deepestPageIsShortAndTheLast() {
        SearchQuery query =
                new SearchQuery(
                        "x",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        PageRequest.of(150, null, cursorAt(9_900), null));
        assertThat(query.size()).isEqualTo(100);
        assertThat(query.next(20_000)).isNull();
    }

    private static String cursorAt(int offset) {
        String cursor = null;
        for (int at = 0; at < offset; at += 150) {
            cursor =
                    new SearchQuery(
                                    "x",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    PageRequest.of(150, null, cursor, null))
                            .next(20_000);
        }
        return Objects.requireNonNull(cursor);
    }

    @Test
    void turnedPeriodIsRefusedByName() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThatThrownBy(() ->
                        new SearchQuery(
                                "x",
                                null,
                                null,
                                null,
                                null,
                                now,
                                now.minusSeconds(1),
                                PageRequest.first()))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("from:");
    }

    private static SearchQuery query(String text, @Nullable String cursor) {
        return new SearchQuery(
                text, null, null, null, null, null, null, PageRequest.of(20, null, cursor, null));
    }
}
