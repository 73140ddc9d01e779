package io.artifactor.it.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.restassured.response.Response;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Administrators see what the product stands on, and nobody sees its secrets. */
class DetailedHealthIT extends ServerTest {

    @Test
    void administratorsSeeEveryDependency() {
        Response answer = as(administrator()).get("/health/detailed");

        answer.then()
                .statusCode(200)
                .body(
                        "dependencies.name",
                        hasItems("database", "elasticsearch", "jobs", "outbox", "redis", "storage"))
                .body("dependencies.find { it.name == 'database' }.state", equalTo("up"))
                .body(
                        "dependencies.find { it.name == 'storage' }.detail.freeBytes.toString().length()",
                        greaterThan(3));
        assertThat(
                        answer.<String>path(
                                "dependencies.find { it.name == 'database' }.detail.schemaVersion"))
                .matches("0*\\d+");
        assertThat(answer.asString())
                .doesNotContain(RunningServer.stack().database().password())
                .doesNotContain("jdbc:");
    }

    @Test
    void othersDoNot() {
        anonymous().get("/health/detailed").then().statusCode(401);
        as(newUser()).get("/health/detailed").then().statusCode(403);
        as(newUser(Set.of("auditor", "user"))).get("/health/detailed").then().statusCode(403);
    }
}
