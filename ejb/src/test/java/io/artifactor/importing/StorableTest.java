package io.artifactor.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StorableTest {

    @Test
    void textThatIsFineIsNotCopied() {
        String text = "line one\nline two \uD83D\uDE00";
        assertThat(Storable.text(text)).isSameAs(text);
    }

    @Test
    void nulsAndUnpairedSurrogatesAreReplaced() {
        assertThat(Storable.text("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Storable.text("a\uD83D")).isEqualTo("a\uFFFD");
        assertThat(Storable.text("\uDE00a")).isEqualTo("\uFFFDa");
        assertThat(Storable.text("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void titlesBecomeOneShortLine() {
        assertThat(Storable.title("  a\nb\tc\0 ", "none")).isEqualTo("a b c\uFFFD");
        assertThat(Storable.title("x".repeat(10_000), "none")).hasSize(Storable.TITLE_LENGTH);
        assertThat(Storable.title(" \n ", "none")).isEqualTo("none");
        assertThat(Storable.title(null, "none")).isEqualTo("none");
    }

    @Test
    void aTitleIsNotCutWithinACharacter() {
        String title = Storable.title("x" + "\uD83D\uDE00".repeat(500), "none");
        assertThat(title).hasSize(Storable.TITLE_LENGTH - 1).endsWith("\uD83D\uDE00");
    }

    @Test
    void longKeysStayShortAndApart() {
        String one = Storable.key("k".repeat(5_000) + "1");
        String other = Storable.key("k".repeat(5_000) + "2");
        assertThat(one).hasSize(Storable.KEY_LENGTH).isNotEqualTo(other);
        assertThat(Storable.key("k".repeat(5_000) + "1")).isEqualTo(one);
        assertThat(Storable.key("short")).isEqualTo("short");
    }

    @Test
    void escapesThatTheDatabaseRefusesAreReplaced() {
        assertThat(Storable.jsonOrNull("[\"\\u0000\"]")).isEqualTo("[\"\\ufffd\"]");
        assertThat(Storable.jsonOrNull("[\"\\uD83Dx\"]")).isEqualTo("[\"\\ufffdx\"]");
        assertThat(Storable.jsonOrNull("[\"\\uDE00\"]")).isEqualTo("[\"\\ufffd\"]");
    }

    @Test
    void otherEscapesStay() {
        String pair = "[\"\\uD83D\\uDE00 \\u00e4 \\n\"]";
        assertThat(Storable.jsonOrNull(pair)).isEqualTo(pair);
        String backslash = "[\"\\\\u0000\"]";
        assertThat(Storable.jsonOrNull(backslash)).isEqualTo(backslash);
        assertThat(Storable.jsonOrNull(null)).isNull();
    }

    @Test
    void instantsOutOfAnyCalendarAreLeftOut() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(Storable.instantOrNull(now)).isEqualTo(now);
        assertThat(Storable.instantOrNull(Instant.MAX)).isNull();
        assertThat(Storable.instantOrNull(Instant.MIN)).isNull();
    }
}
