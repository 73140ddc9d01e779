package io.artifactor.it.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator watches. */
class MetricsIT extends Searches {

    private final TestingUser user = newUser();

    private static double metric(String name, String tag) {
        String metrics =
                given().baseUri(RunningServer.stack().url())
                        .header("Authorization", "Bearer " + administrator().token())
                        .get("/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        Pattern line =
                Pattern.compile(
                        "(?m)^%s\\{(?=[^}]*%s)[^}]*} (\\S+)".formatted(name, Pattern.quote(tag)));
        Matcher found = line.matcher(metrics);
        return found.find() ? Double.parseDouble(found.group(1)) : -1;
    }

    @Test
    void searchesAreTimedByTheIndexThatAnswered() {
        awaitDegraded(false);
        String counted = "artifactor_search_seconds_count";
        double before = Math.max(0, metric(counted, "index=\"elasticsearch\""));

        search(user, Map.of("q", "anything")).then().statusCode(200);

        assertThat(metric(counted, "index=\"elasticsearch\"")).isEqualTo(before + 1);
    }

    @Test
    void importsAreCountedByHowTheyEnded() {
        String counter = "artifactor_imports_total";
        double before = Math.max(0, metric(counter, "outcome=\"completed\""));

        importNote(user, "# A note\n");

        assertThat(metric(counter, "outcome=\"completed\"")).isEqualTo(before + 1);
    }

    @Test
    void whatWaitsInTheOutboxIsSeenByReader() throws SQLException {
        awaitDegraded(false);
        assertThat(metric("artifactor_outbox_rows", "reader=\"search-postgresql\""))
                .isGreaterThanOrEqualTo(0);
        UUID poison = addConversation(user, "Poison", "unheard of", UNINDEXABLE);

        await().atMost(SOON)
                .until(() ->
                        metric(
                                        "artifactor_outbox_rows",
                                        "reader=\"search-elasticsearch\",state=\"refused\"")
                                >= 1);

        as(user).header("If-Match", "*")
                .delete("/conversations/{id}", poison)
                .then()
                .statusCode(204);
    }
}
