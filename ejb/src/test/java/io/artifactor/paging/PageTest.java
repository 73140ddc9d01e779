package io.artifactor.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final String LIST = "numbers";

    private static Page<Integer> page(int found, PageRequest request) {
        List<Integer> rows = IntStream.range(0, Math.min(found, request.rows())).boxed().toList();
        return Page.of(rows, request, LIST, Cursor::at);
    }

    @Test
    void aFullPageWithNothingAfterItIsTheLast() {
        Page<Integer> page = page(3, PageRequest.of(3, null, null, null));

        assertThat(page.items()).containsExactly(0, 1, 2);
        assertThat(page.next()).isEmpty();
        assertThat(page.total()).isEmpty();
    }

    @Test
    void theNextPageStartsAfterTheLastItemShown() {
        Page<Integer> page = page(4, PageRequest.of(3, null, null, null));
        PageRequest next = PageRequest.of(3, null, page.next().orElseThrow(), null);

        assertThat(page.items()).containsExactly(0, 1, 2);
        assertThat(next.position(LIST))
                .hasValueSatisfying(c -> assertThat(c.number(0)).isEqualTo(2));
    }

    @Test
    void anEmptyListIsAPage() {
        Page<Integer> page = page(0, PageRequest.first()).withTotal(0);

        assertThat(page.items()).isEmpty();
        assertThat(page.total()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aSizeOutOfBoundsIsRefusedByName(int size) {
        assertThatThrownBy(() -> PageRequest.of(size, null, null, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("size");
    }

    @Test
    void aPageWithANumberSkipsThoseBefore() {
        PageRequest third = PageRequest.of(50, 3, null, null);

        assertThat(third.offset()).isEqualTo(100);
        assertThat(third.rows()).isEqualTo(51);
        assertThat(PageRequest.first().offset()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"200, 50", "1, 10000", "20, 500"})
    void pagesHaveNumbersDownTo10000Rows(int size, int page) {
        assertThat(PageRequest.of(size, page, null, null).offset() + size).isEqualTo(10_000);
        assertThatThrownBy(() -> PageRequest.of(size, page + 1, null, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("page: ")
                .hasMessageContaining("`cursor`");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aPageThatCannotBeIsRefusedByName(int page) {
        assertThatThrownBy(() -> PageRequest.of(200, page, null, null))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("page: ");
    }

    @Test
    void aPageIsNumberedOrAfterACursorNotBoth() {
        assertThatThrownBy(() -> PageRequest.of(null, 2, "abc", null))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("page: ");
    }
}
