package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.it.importing.Answers.Export;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import whose server or database is killed goes on by itself and ends with the rows of one that
 * was never interrupted.
 */
class KilledServerIT extends Imports {

    private static final int MEGABYTES = 8;
    private static final int ATTEMPTS = 3;
    private static final String BEGUN =
            "select count(*) from import_run where id = ?::uuid and position > 0";
    private static final String RUNNING =
            "select count(*) from import_run where id = ?::uuid and state = 'running'";

    /** Stands in nearly every generated text, and in nothing the product says. */
    private static final String WORD = "lantern";

    @TempDir private static Path folder;

    private static Answers known;
    private static List<String> uninterrupted;

    @BeforeAll
    static void importUninterrupted() {
        known = Answers.generate(folder, Export.ofSize("claude", "large.json", 11, MEGABYTES));
        TestingUser patient = newUser();
        uninterrupted = told(patient, completed(patient, known.export()));
        assertThat(StoredRows.versions(patient)).containsExactlyElementsOf(known.versions());
    }

    /** For the tests of other classes too. */
    @AfterEach
    void everythingRunsAgain() {
        Stack stack = RunningServer.stack();
        for (Part part : List.of(Part.DATABASE, Part.SERVER)) {
            if (!stack.isRunning(part)) {
                stack.start(part);
            }
        }
        await("a server that is ready")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> as(newUser()).get("/auth/me").statusCode() == 200);
    }

    @Test
    void killedServerGoesOnWhereItWas() throws SQLException {
        UnderWay underWay = underWay();
        Instant killed = Instant.now();

        RunningServer.stack().kill(Part.SERVER);
        RunningServer.stack().start(Part.SERVER);

        mustEndAsIfNothingHappened(underWay, killed);
    }

    @Test
    void serverWhoseDatabaseWasKilledGoesOnWhereItWas() throws Exception {
        UnderWay underWay = underWay();
        Instant killed = Instant.now();

        RunningServer.stack().kill(Part.DATABASE);
        RunningServer.stack().start(Part.DATABASE);

        mustEndAsIfNothingHappened(underWay, killed);
        assertThat(logsWith(WORD)).isEmpty();
    }

    @Test
    void everythingKilledGoesOnWhereItWas() throws SQLException {
        UnderWay underWay = underWay();
        Instant killed = Instant.now();

        RunningServer.stack().kill(Part.DATABASE);
        RunningServer.stack().kill(Part.SERVER);
        RunningServer.stack().start(Part.DATABASE);
        RunningServer.stack().start(Part.SERVER);

        mustEndAsIfNothingHappened(underWay, killed);
    }

    /**
     * An import that has written something and is not over, of a user of its own. The database is
     * asked, which knows first.
     */
    private UnderWay underWay() throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            TestingUser user = newUser();
            String id = idOf(upload(user, known.export(), Map.of("start", true)));
            await("something written")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> Rows.count(BEGUN, id) == 1);
            if (Rows.count(RUNNING, id) == 1) {
                return new UnderWay(user, id);
            }
        }
        return fail("Each import was over before anybody could be told.");
    }

    private record UnderWay(TestingUser user, String id) {}

    private void mustEndAsIfNothingHappened(UnderWay underWay, Instant killed) {
        TestingUser user = underWay.user();
        String id = underWay.id();
        await("end of the import")
                .atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> run(user, id).hasNonNull("endedAt"));
        JsonNode run = completed(run(user, id));
        assertThat(Instant.parse(run.get("endedAt").asText())).isAfter(killed);
        assertThat(told(user, run)).isEqualTo(uninterrupted);
        assertThat(StoredRows.conversations(user)).containsExactlyElementsOf(known.conversations());
        assertThat(StoredRows.messages(user)).isEqualTo(known.total("messages"));
        assertThat(StoredRows.versions(user)).containsExactlyElementsOf(known.versions());
    }

    /** Logs are read by people who may not read the library. */
    private static List<Path> logsWith(String word) throws IOException {
        Path folder = RunningServer.stack().data().resolve("logs");
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** The counts and the ledger, but for the ids that differ from one import to the next. */
    private static List<String> told(TestingUser user, JsonNode run) {
        List<String> told =
                ledger(user, run).stream()
                        .map(line ->
                                "%s %s %s %s %s %s"
                                        .formatted(
                                                line.get("position"),
                                                line.get("kind"),
                                                line.get("key"),
                                                line.get("outcome"),
                                                line.get("reason"),
                                                line.get("detail")))
                        .collect(Collectors.toCollection(ArrayList::new));
        told.add(counts(run).toString());
        return told;
    }
}
