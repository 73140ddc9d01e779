package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    private static final SearchPosition POSITION =
            new SearchPosition("postgresql", 20, 0.25, "1767225600000", new UUID(1, 2));

    @Test
    void controlCharactersAndLoneSurrogatesArePartOfNoWord() {
        assertThat(query("a\0b\uD800c\n", null).text()).isEqualTo("a b c");
    }

    @Test
    void nextPageStartsWhereThisOneEnds() {
        String next = query("x", null).cursor(POSITION);
        assertThat(query("x", next).position()).contains(POSITION);
    }

    @Test
    void firstPageHasNoPosition() {
        assertThat(query("x", null).position()).isEmpty();
    }

    @Test
    void cursorOfAnotherQueryOrOrderIsRefused() {
        String next = query("x", null).cursor(POSITION);
        assertThatThrownBy(() -> query("y", next).position())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cursor");
        SearchQuery sorted =
                new SearchQuery(
                        "x",
                        SearchFilter.NONE,
                        SearchSort.TITLE,
                        Set.of(),
                        false,
                        PageRequest.of(20, null, next, null));
        assertThatThrownBy(sorted::position).isInstanceOf(Problem.class);
    }

    @Test
    void veryLongQueryIsRefusedByName() {
        assertThatThrownBy(() -> query("x".repeat(2_001), null))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("q:");
    }

    @Test
    void conditionsAloneAreNotRanked() {
        assertThat(query("kind:code", null).isRanked()).isFalse();
        assertThat(query("-draft", null).isRanked()).isFalse();
        assertThat(query("draft kind:code", null).isRanked()).isTrue();
    }

    @Test
    void turnedPeriodIsRefusedByName() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThatThrownBy(() ->
                        new SearchFilter(
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                now,
                                now.minusSeconds(1),
                                PlaceFilter.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("from:");
    }

    private static SearchQuery query(String text, @Nullable String cursor) {
        return SearchQuery.of(text, PageRequest.of(20, null, cursor, null));
    }
}
