package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationServerTest {
    @Test
    void theReasonsOfAFailedStartAreShownWithoutTheirStacks() {
        String output =
                """
                [INFO    ] DSRA8203I: Database product name : PostgreSQL
                [ERROR   ] CWOWB2001E: no such table
                \tat io.artifactor.Something.go(Something.java:1)
                Caused by: java.lang.IllegalStateException: no such table
                \t... 1 more
                [ERROR   ] CWOWB2001E: no such table
                [ERROR   ] CWWKZ0002E: An exception occurred while starting the application artifactor.
                """;

        assertThat(ApplicationServer.reasons(output).lines())
                .containsExactly(
                        "[ERROR   ] CWOWB2001E: no such table",
                        "Caused by: java.lang.IllegalStateException: no such table",
                        "[ERROR   ] CWWKZ0002E: An exception occurred while starting the application artifactor.");
    }

    @Test
    void theReasonsAreShownFromLinesOfJsonToo() {
        String output =
                """
                {"type":"liberty_message","loglevel":"INFO","message":"DSRA8203I: PostgreSQL"}
                {"type":"liberty_message","loglevel":"ERROR","message":"CWWKZ0002E: It failed"}
                """;

        assertThat(ApplicationServer.reasons(output).lines())
                .singleElement()
                .asString()
                .contains("CWWKZ0002E");
    }

    @Test
    void theServerIsToldItsFormatBeforeItReadsItsConfiguration() {
        Map<String, String> environment = new HashMap<>(Map.of("ARTIFACTOR_LOG_FORMAT", "json"));
        ApplicationServer.setLogFormat(environment);

        assertThat(environment)
                .containsEntry("WLP_LOGGING_MESSAGE_FORMAT", "json")
                .containsEntry("WLP_LOGGING_CONSOLE_FORMAT", "json");
    }

    @Test
    void thereAreTwoFormats() {
        Map<String, String> environment = new HashMap<>();
        ApplicationServer.setLogFormat(environment);

        assertThat(environment).isEmpty();
        assertThatThrownBy(() ->
                        ApplicationServer.setLogFormat(Map.of("ARTIFACTOR_LOG_FORMAT", "xml")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("text or json");
    }

    @Test
    void aReasonWithoutEndIsCut() {
        assertThat(ApplicationServer.reasons("[ERROR   ] " + "x".repeat(5000)))
                .hasSizeLessThan(500)
                .endsWith("…");
    }
}
