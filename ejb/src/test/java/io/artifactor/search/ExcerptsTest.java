package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word         | a Word, and words          | a <em>Word</em>, and words",
                "begin*       | it begins                  | it <em>begins</em>",
                "\"big red\"  | red, big; a big red car    | red, big; a <em>big red</em> car",
                "creme        | Crème fraîche              | <em>Crème</em> fraîche",
                "http         | parseHttpRequest(x)        | parse<em>Http</em>Request(x)",
                "pool         | max_pool_size              | max_<em>pool</em>_size",
                "max_pool     | max_pool_size              | <em>max_pool</em>_size",
                "b            | <b>b</b> & c               |"
                        + " &lt;<em>b</em>&gt;<em>b</em>&lt;/<em>b</em>&gt; &amp; c",
                "on OR off    | on and off                 | <em>on</em> and <em>off</em>",
                "京           | 東京都                      | 東<em>京</em>都",
            })
    void whatWasLookedForIsMarked(String query, String text, String html) {
        assertThat(new Excerpts(QueryText.parse(query)).whole(text)).containsExactly(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word         | words",
                "\"big red\"  | red big",
                "-word        | a word",
                "***          | a word",
            })
    void whatWasNotLookedForIsNot(String query, String text) {
        assertThat(new Excerpts(QueryText.parse(query)).whole(text)).isEmpty();
    }

    @Test
    void longTextsGiveAFewShortPieces() {
        String text = ("filler ".repeat(100) + "needle ").repeat(10);
        List<String> pieces = new Excerpts(QueryText.parse("needle")).pieces(text);
        assertThat(pieces)
                .hasSize(3)
                .allSatisfy(piece -> {
                    assertThat(piece).contains("<em>needle</em>").hasSizeLessThan(250);
                });
    }

    @Test
    void aTextWithoutSpacesIsCutNevertheless() {
        String text = "x".repeat(50_000) + "-needle-" + "\uD83D\uDE00".repeat(50_000);
        List<String> pieces = new Excerpts(QueryText.parse("needle")).pieces(text);
        assertThat(pieces)
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece).contains("<em>needle</em>").hasSizeLessThan(300);
                    assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
                            .isFalse();
                });
    }
}
