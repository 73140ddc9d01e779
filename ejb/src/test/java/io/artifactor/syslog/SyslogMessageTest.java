package io.artifactor.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.identity.BoundAuditLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogMessageTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123456789Z");

    private static String message(String host, String action, Map<String, Object> fields) {
        byte[] framed = new SyslogMessage(host).framed(AT, action, fields);
        String text = new String(framed, StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        String message = text.substring(space + 1);
        assertThat(Integer.parseInt(text.substring(0, space)))
                .isEqualTo(message.getBytes(StandardCharsets.UTF_8).length);
        return message;
    }

    @Test
    void aLineIsAMessageOfRfc5424InAFrameOfRfc5425() {
        assertThat(message("library-1", "user-created", Map.of("id", 7)))
                .isEqualTo(
                        "<110>1 2026-11-21T10:15:30.123456Z library-1 artifactor - user-created -"
                                + " {\"id\":7}");
    }

    @Test
    void refusalsAreWarnings() {
        assertThat(message("a", "sign-in-refused", Map.of())).startsWith("<108>1 ");
        assertThat(message("a", "second-factor-removed", Map.of())).startsWith("<108>1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\n54 <110>1 - - - - - -",
                "Ada\r\n<110>1",
                "Ada\u2028<110>1",
                "Ada\u0085<110>1",
                "\u001b[2J\u009b1A",
                "\u0000\u007f",
                "Äda 😀",
                "\"}\n{\""
            })
    void noNameLooksLikeTheEndOfALine(String name) {
        assertThat(message("a", "user-changed", Map.of("actor", name)))
                .matches("<110>1 \\S+ a artifactor - user-changed - \\{\"actor\":\"[ -~]*\"}");
    }

    @Test
    void aLineThatIsGoneIsMissed() {
        byte[] framed =
                new SyslogMessage("a")
                        .framed(new BoundAuditLine(7, Optional.empty(), 3, 12, "3-12-9f86"));

        assertThat(new String(framed, StandardCharsets.UTF_8))
                .matches(
                        "\\d+ <108>1 \\S+ a artifactor - audit-line-missing - \\{\"id\":7,"
                                + "\"chain\":3,\"position\":12,\"anchor\":\"3-12-9f86\"}");
    }

    @Test
    void whatStandsBeforeItHasNoSpaces() {
        assertThat(message("a host\n", "x".repeat(40), Map.of()))
                .contains(" a_host_ artifactor - " + "x".repeat(32) + " - {");
        assertThat(message("", "user-created", Map.of())).contains("Z - artifactor ");
    }
}
