package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aReasonWithoutEndIsCut() {
        assertThat(ApplicationServer.reasons("[ERROR   ] " + "x".repeat(5000)))
                .hasSizeLessThan(500)
                .endsWith("…");
    }
}
