package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();
    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private Result run(String... arguments) {
        return TestingCommand.of(home, server).whenPausing(pauses::add).run(arguments);
    }

    private static Answer busy(int status) {
        return Answer.problem(status, "busy", "Busy", "Later");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void readingWaitsAsLongAsTheServerSays(int status) {
        server.on(
                "GET /artifacts",
                busy(status).with("Retry-After", "7"),
                busy(status),
                Answer.json("{\"items\":[],\"next\":null}"));

        Result result = run("ls");

        assertThat(result.code()).isZero();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
        assertThat(result.err()).contains("asking again in 7 seconds").hasLineCount(1);
    }

    @Test
    void aDateIsUnderstoodToo() {
        String soon =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30));
        server.on(
                "GET /artifacts",
                busy(503).with("Retry-After", soon),
                Answer.json("{\"items\":[],\"next\":null}"));

        run("ls");

        assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void itGivesUpAfterAWhileAndAtOnceWhenThatIsTooLong() {
        server.on("GET /artifacts", busy(503));
        assertThat(run("ls").code()).isEqualTo(1);
        assertThat(server.asked("GET /artifacts")).hasSize(4);

        server.on("GET /artifacts", busy(429).with("Retry-After", "3600"));
        assertThat(run("ls").code()).isEqualTo(1);
        assertThat(server.asked("GET /artifacts")).hasSize(5);
    }

    @Test
    void aChangeIsNeverAskedForTwice() {
        server.on("PATCH /artifacts/" + ID, busy(503).with("Retry-After", "1"));
        server.on("POST /operations/" + ID + "/stop", busy(429).with("Retry-After", "1"));

        run("mv", ID, "/");
        run("operations", "stop", ID);

        assertThat(server.asked("PATCH /artifacts/" + ID)).hasSize(1);
        assertThat(server.asked("POST /operations/" + ID + "/stop")).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anUploadWithItsKeyIsRepeatedWithTheSameKey() throws IOException {
        server.on(
                "POST /artifacts/upload",
                busy(429).with("Retry-After", "1"),
                Answer.created("{\"id\":\"" + ID + "\"}"));
        Path file = Files.writeString(home.resolve("a.txt"), "content");

        assertThat(run("put", file.toString()).code()).isZero();

        assertThat(server.asked("POST /artifacts/upload"))
                .extracting(asked -> asked.headers().get("Idempotency-key"))
                .hasSize(2)
                .containsOnly(
                        server.asked("POST /artifacts/upload")
                                .getFirst()
                                .headers()
                                .get("Idempotency-key"));
        assertThat(server.asked("POST /artifacts/upload").getLast().body()).hasSize(7);
    }
}
