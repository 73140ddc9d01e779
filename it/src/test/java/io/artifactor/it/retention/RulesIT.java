package io.artifactor.it.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Making, changing and previewing rules of age. */
class RulesIT extends Rules {

    private final TestingUser admin = administrator();

    @Test
    void anOwnerMakesARuleWhichRunsAtTheNextDaysTime() {
        Response made = send(owner, "/retention-rules", says("tag", "Draft"));

        made.then()
                .statusCode(201)
                .header("Location", endsWith("/retention-rules/" + made.path("id")))
                .header("ETag", "\"0\"")
                .body("workspaceId", equalTo(place))
                .body("afterDays", equalTo(365))
                .body("tag", equalTo("draft"))
                .body("action", equalTo("trash"))
                .body("enabled", equalTo(true));
        assertThat(Instant.parse(made.path("nextRunAt")))
                .isAfter(Instant.parse(made.<String>path("createdAt")).plusSeconds(59))
                .isBefore(Instant.now().plus(Duration.ofDays(2)));
    }

    @Test
    void whatARuleSaysIsReplacedAsAWhole() {
        String rule = rule(owner, says("kind", "code"));
        Map<String, Object> says = says("afterDays", 10);
        says.put("enabled", false);

        put(owner, rule, says)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("afterDays", equalTo(10))
                .body("enabled", equalTo(false))
                .body("$", not(hasKey("kind")))
                .body("$", not(hasKey("nextRunAt")));
        as(owner)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(says)
                .put("/retention-rules/{id}", rule)
                .then()
                .statusCode(412)
                .body("current.revision", equalTo(1));
        put(owner, rule, says("workspaceId", personalOf(owner))).then().statusCode(400);
        as(owner).delete("/retention-rules/{id}", rule).then().statusCode(428);
        end(owner, rule);
        as(owner).get("/retention-rules/{id}", rule).then().statusCode(404);
    }

    private static void end(TestingUser user, String rule) {
        as(user).header("If-Match", "*")
                .delete("/retention-rules/{id}", rule)
                .then()
                .statusCode(204);
    }

    @Test
    void ownersMakeRulesOfTheirWorkspacesAndNobodyElseDoes() {
        TestingUser member = member(owner, place, "admin");
        TestingUser stranger = newUser();
        String rule = rule(owner, says());

        send(member, "/retention-rules", says()).then().statusCode(403);
        send(stranger, "/retention-rules", says()).then().statusCode(404);
        as(member).get("/retention-rules/{id}", rule).then().statusCode(403);
        as(stranger).get("/retention-rules/{id}", rule).then().statusCode(404);
        run(stranger, rule).then().statusCode(404);
        as(stranger).get("/retention-rules").then().body("items.id", not(hasItem(rule)));
        as(owner).get("/retention-rules").then().body("items.id", contains(rule));
        as(newUser(Set.of("auditor"))).get("/retention-rules/{id}", rule).then().statusCode(200);
    }

    @Test
    void onlyAdministratorsMakeRulesOfEverything() {
        Map<String, Object> all = Map.of("name", "All", "afterDays", 36_500, "action", "purge");

        send(owner, "/retention-rules", all).then().statusCode(403);
        String rule = rule(admin, all);
        as(owner).get("/retention-rules/{id}", rule).then().statusCode(404);
        end(admin, rule);
    }

    @Test
    void aRuleNamesThingsThatAreThere() {
        for (Map<String, Object> says :
                List.of(
                        says("afterDays", 0),
                        says("afterDays", 36_501),
                        says("action", "burn"),
                        says("name", " "),
                        says("kind", "nonsense"),
                        says("folder", UUID.randomUUID().toString()),
                        says("category", UUID.randomUUID().toString()))) {
            send(owner, "/retention-rules", says).then().statusCode(400);
        }
    }

    @Test
    void thePreviewShowsWhatWouldGoAndWhatAHoldKeeps() throws SQLException {
        String first = old(owner, place, "First");
        String held = old(owner, place, "Held");
        artifact(owner, place, "Young");
        old(owner, personalOf(owner), "Elsewhere");
        hold("artifact", held);
        String rule = rule(owner, says());

        preview(owner, rule)
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("bytes", equalTo("of First".length()))
                .body("held", equalTo(1))
                .body("items.id", contains(first, held))
                .body("items.held", contains(false, true))
                .body("items[0].title", equalTo("First"));
        as(owner)
                .queryParam("at", Instant.now().plus(Duration.ofDays(400)).toString())
                .get("/retention-rules/{id}/preview", rule)
                .then()
                .body("count", equalTo(2));
        assertThat(status(owner, first)).isEqualTo(200);
    }

    @Test
    void anAdministratorIsShownNoTitlesOfWhatTheyMayNotRead() throws SQLException {
        String secret = old(owner, place, "Secret");
        String rule = rule(owner, says());

        preview(admin, rule)
                .then()
                .body("items.id", contains(secret))
                .body("items[0]", not(hasKey("title")));
    }

    @Test
    void makingChangingAndEndingStandInTheAuditLog() {
        String rule = rule(owner, says());
        put(owner, rule, says("afterDays", 30)).then().statusCode(200);
        end(owner, rule);

        as(admin)
                .queryParam("subject", "retention-rule:" + rule)
                .get("/audit")
                .then()
                .body(
                        "items.action",
                        contains(
                                "retention-rule-deleted",
                                "retention-rule-changed",
                                "retention-rule-created"));
    }
}
