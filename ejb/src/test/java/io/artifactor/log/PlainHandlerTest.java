package io.artifactor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHandlerTest {

    private static final String FORGED = "ada\r\n[11/22/26, 10:00:00:000 UTC] all is well";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Handler handler = new PlainHandler(new StreamHandler(out, new SimpleFormatter()));

    private String logged(LogRecord logged) {
        handler.publish(logged);
        handler.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u000bb",
                "a\u001b[2Jb",
                "a\u009bb",
                "a\u0000b",
                "a\u007fb",
                "a\u202eb",
                "a\u200bb",
                "a\ufeffb"
            })
    void whatMovesOrHidesIsWrittenOut(String text) {
        assertThat(PlainText.of(text)).matches("a\\\\u[0-9a-f]{4}(\\[2J)?b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada Lovelace", "Äda 😀 日本語", "a\tb", "C:\\u0041"})
    void whatIsReadIsLeftAlone(String text) {
        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @Test
    void aMessageIsOneLine() {
        assertThat(logged(new LogRecord(Level.WARNING, "Refused: " + FORGED)))
                .contains("ada\\u000d\\u000a[11/22/26")
                .doesNotContain("\n[11/22/26");
    }

    @Test
    void soIsWhatIsPutIntoIt() {
        LogRecord logged = new LogRecord(Level.WARNING, "Refused: {0}, {1,number}");
        logged.setParameters(new Object[] {FORGED, 1234});

        assertThat(logged(logged)).contains("ada\\u000d\\u000a[11/22/26").contains("1,234");
    }

    @Test
    void soIsWhatAnExceptionSaysHoweverDeep() {
        Throwable thrown = new IllegalStateException("outer", new IllegalArgumentException(FORGED));
        thrown.addSuppressed(new IllegalArgumentException("suppressed " + FORGED));
        LogRecord logged = new LogRecord(Level.SEVERE, "Failed");
        logged.setThrown(thrown);

        assertThat(logged(logged))
                .doesNotContain("\n[11/22/26")
                .contains("Caused by: java.lang.IllegalArgumentException: ada\\u000d\\u000a")
                .contains("java.lang.IllegalStateException: outer")
                .contains("suppressed ada\\u000d")
                .contains("at io.artifactor.log.PlainHandlerTest");
    }

    @Test
    void exceptionsThatSayNothingOfTheKindAreLoggedAsTheyAre() {
        Throwable thrown = new IllegalStateException("plain");

        assertThat(PlainThrown.of(thrown)).isSameAs(thrown);
    }

    @Test
    void exceptionsThatCauseEachOtherComeToAnEnd() {
        Throwable first = new IllegalStateException(FORGED);
        Throwable second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(PlainThrown.of(first).getCause()).isNotNull();
    }
}
