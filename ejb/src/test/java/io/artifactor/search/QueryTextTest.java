package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two words           | ('two') & ('words')",
                "\"a phrase\"        | ('a' <-> 'phrase')",
                "“smart quotes”      | ('smart' <-> 'quotes')",
                "some -without       | ('some') & !('without')",
                "-\"not this\"       | !('not' <-> 'this')",
                "red OR green        | ('red') / ('green')",
                "a red OR green hat  | ('a') & ('red') / ('green') & ('hat')",
                "OR one OR           | ('one')",
                "begin*              | ('begin':*)",
                "foo-ba*             | ('foo' <-> 'ba':*)",
                "max_pool_size       | ('max' <-> 'pool' <-> 'size')",
                "C++ (brackets)      | ('c') & ('brackets')",
                "\"unbalanced words  | ('unbalanced') & ('words')",
                "Crème BRÛLÉE        | ('creme') & ('brulee')",
                "twice twice         | ('twice')",
                "it's                | ('it' <-> 's')",
                "東京                 | ('東' <-> '京')",
            })
    void everyIndexIsAskedForTheSame(String text, String expression) {
        assertThat(
                        PostgresQuery.expression(QueryText.of(text))
                                .replace("((", "(")
                                .replace("))", ")"))
                .isEqualTo(expression.replace(" / ", " | "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "-", "OR", "\"\"", "!&|<->():*", "\uD83D\uDE00", "--- ' \\"})
    void signsWithoutAWordAskForNothing(String text) {
        assertThat(QueryText.of(text).isEmpty()).isTrue();
    }

    @Test
    void whatMustNotBeThereIsCountedToo() {
        assertThat(QueryText.of("a b OR c -d").size()).isEqualTo(4);
    }
}
