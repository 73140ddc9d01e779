package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionIT extends Life {

    private final TestingUser user = newUser();

    private Response preview(TestingUser by, Map<String, ?> parameters) {
        return as(by).queryParams(parameters).get("/retention/preview");
    }

    private String old(String title, String content, int days) throws SQLException {
        String id = add(user, title, content);
        Rows.age(id, days);
        return id;
    }

    @Test
    void whatIsOldEnoughIsShownAndStays() throws SQLException {
        String oldest = old("Oldest", "12345", 200);
        String older = old("Older", "123", 100);
        old("Young", "1", 10);

        Response shown = preview(user, Map.of("olderThan", "P90D"));

        shown.then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("bytes", equalTo(8))
                .body("items.id", contains(oldest, older));
        Instant arrived = Instant.parse(shown.path("items[0].arrivedAt"));
        assertThat(Instant.parse(shown.path("items[0].dueAt")))
                .isEqualTo(arrived.plus(Duration.ofDays(90)));
        preview(user, Map.of("olderThan", "P90D", "size", 1))
                .then()
                .body("items.id", contains(oldest));
        preview(user, Map.of("olderThan", "P90D", "kind", "image"))
                .then()
                .body("count", equalTo(0));
        preview(user, Map.of("olderThan", "P90D", "at", "2999-01-01"))
                .then()
                .body("count", equalTo(3));
        preview(newUser(), Map.of("olderThan", "P0D")).then().body("count", equalTo(0));
        get(user, oldest).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "olderThan, 90",
        "olderThan, P-1D",
        "olderThan, P101Y",
        "olderThan, ''",
        "olderThan, P9999999999D",
        "kind, song"
    })
    void aBadParameterIsRefusedByName(String name, String value) {
        Map<String, String> parameters = new HashMap<>(Map.of("olderThan", "P1D"));
        parameters.put(name, value);

        preview(user, parameters).then().statusCode(400).body("errors.field", hasItem(name));
    }
}
