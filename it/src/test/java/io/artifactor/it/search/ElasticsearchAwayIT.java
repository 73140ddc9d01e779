package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Elasticsearch goes, hangs, loses what it had and comes back; nobody has to help. */
class ElasticsearchAwayIT extends Searches {

    private static final Duration QUICKLY = Duration.ofSeconds(5);

    private final TestingUser user = newUser();

    @BeforeEach
    void elasticsearchIsThere() {
        awaitDegraded(false);
    }

    @Test
    void theLibraryGoesOnAndTheIndexCatchesUp() throws SQLException {
        String changed = add(user, "Changed", "before");
        String deleted = add(user, "Deleted", "before");
        awaitFound(user, "before", 2);
        RunningServer.stack().stop(Part.ELASTICSEARCH);
        try {
            replace(user, changed, "meanwhile one");
            as(user).header("If-Match", "*")
                    .delete("/artifacts/{id}", deleted)
                    .then()
                    .statusCode(204);
            add(user, "Added", "meanwhile two");
            importNote(user, "# Imported\n\nmeanwhile three\n");
            list(user, Map.of("total", true)).then().body("total", equalTo(3));
            awaitFound(user, "meanwhile", 3);
            search(user, Map.of("q", "meanwhile")).then().body("degraded", equalTo(true));
            assertThat(titles(user, "before")).isEmpty();
            anonymous()
                    .get("/health")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("up"))
                    .body("search", equalTo("degraded"));
        } finally {
            RunningServer.stack().start(Part.ELASTICSEARCH);
        }

        awaitDegraded(false);
        awaitIndexEqualsDatabase();
        search(user, Map.of("q", "meanwhile"))
                .then()
                .body("degraded", equalTo(false))
                .body("items.title", containsInAnyOrder("Changed", "Added", "note.md"));
    }

    @Test
    void oneThatHangsKeepsNobodyWaiting() throws IOException, InterruptedException {
        add(user, "Found anyhow", "patience");
        awaitFound(user, "patience", 1);
        Elasticsearch.pause();
        try {
            Instant start = Instant.now();
            search(user, Map.of("q", "patience"))
                    .then()
                    .body("items.title", contains("Found anyhow"))
                    .body("degraded", equalTo(true));
            anonymous().get("/health").then().statusCode(200);
            assertThat(Duration.between(start, Instant.now())).isLessThan(QUICKLY);
            awaitDegraded(true);
            Instant again = Instant.now();
            search(user, Map.of("q", "patience")).then().body("degraded", equalTo(true));
            anonymous().get("/health").then().body("search", equalTo("degraded"));
            assertThat(Duration.between(again, Instant.now())).isLessThan(QUICKLY.multipliedBy(2));
        } finally {
            Elasticsearch.goOn();
        }
        awaitDegraded(false);
    }

    @Test
    void anIndexThatIsGoneIsFilledAgain() throws SQLException {
        fillALibrary();

        Elasticsearch.deleteIndex();

        awaitFound(user, "precious", 3);
        awaitIndexEqualsDatabase();
        awaitDegraded(false);
    }

    @Test
    void anIndexThatWasEmptiedIsFilledAgain() throws SQLException {
        fillALibrary();

        Elasticsearch.deleteEveryDocument();

        awaitIndexEqualsDatabase();
        awaitDegraded(false);
        awaitFound(user, "precious", 3);
    }

    @Test
    void anIndexOlderThanTheDatabaseIsFilledAgain() throws SQLException {
        String id = fillALibrary();

        Elasticsearch.putBackToAnOlderState(id);

        awaitIndexEqualsDatabase();
        awaitDegraded(false);
        awaitFound(user, "precious", 3);
    }

    @Test
    void oneDocumentThatIsRefusedStopsNoOther() throws SQLException {
        UUID poison = addConversation(user, "Poison", "unheard of", UNINDEXABLE);
        add(user, "Healthy", "wholesome");

        awaitFound(user, "wholesome", 1);
        search(user, Map.of("q", "wholesome")).then().body("degraded", equalTo(false));
        await().atMost(SOON).until(() -> refusal(poison).contains("updatedAt"));
        as(user).header("If-Match", "*")
                .delete("/conversations/{id}", poison)
                .then()
                .statusCode(204);
    }

    private String fillALibrary() throws SQLException {
        String id = add(user, "First", "precious one");
        add(user, "Second", "precious two");
        addConversation(user, "Third", "precious three", "2025-01-01T00:00:00Z");
        awaitFound(user, "precious", 3);
        awaitIndexEqualsDatabase();
        return id;
    }

    private void awaitIndexEqualsDatabase() throws SQLException {
        Map<String, String> expected = inDatabase(user);
        String workspace = as(user).get("/auth/me").path("personalWorkspaceId");
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() ->
                        assertThat(Elasticsearch.documentsOf(user, workspace)).isEqualTo(expected));
    }
}
