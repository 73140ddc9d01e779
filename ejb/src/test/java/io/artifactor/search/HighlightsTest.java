package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightsTest {

    @Test
    void everythingButTheMarksIsEscaped() {
        String marked = "<b>" + Highlights.START + "x & 'y'" + Highlights.END + "</b>";
        assertThat(Highlights.html(marked))
                .isEqualTo("&lt;b&gt;<em>x &amp; &#39;y&#39;</em>&lt;/b&gt;");
    }

    @Test
    void nobodySmugglesAMarkIn() {
        String text = "a" + Highlights.START + "b" + Highlights.END;
        assertThat(Highlights.unmarked(text)).isEqualTo("ab");
    }
}
