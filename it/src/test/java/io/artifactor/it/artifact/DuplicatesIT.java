package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesIT extends Life {

    private final TestingUser user = newUser();

    private Response duplicates(TestingUser by, Map<String, ?> parameters) {
        return as(by).queryParams(parameters).get("/artifacts/duplicates");
    }

    private static String text(String seed) {
        return IntStream.range(0, 200).mapToObj(i -> seed + i).collect(Collectors.joining(" "));
    }

    private void awaitNear(int groups) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        duplicates(user, Map.of("type", "near"))
                                .then()
                                .body("items", hasSize(groups)));
    }

    @Test
    void artifactsWithTheSameBytesAreAGroup() {
        String one = add(user, "One", "the same bytes");
        String two = add(user, "Two", "the same bytes");
        String three = add(user, "Three", "the same bytes");
        add(user, "Other", "other bytes");
        add(newUser(), "Foreign", "the same bytes");

        duplicates(user, Map.of("total", true))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", equalTo(1))
                .body("items[0].count", equalTo(3))
                .body("items[0].reclaimableBytes", equalTo(28))
                .body("items[0].artifacts.id", containsInAnyOrder(one, two, three));
        delete(user, one);
        delete(user, two);
        duplicates(user, Map.of()).then().body("items", empty());
    }

    @Test
    void groupsAreReadPageByPageTheLargestFirst() {
        for (int size = 1; size <= 3; size++) {
            add(user, "T", "x".repeat(size));
            add(user, "T", "x".repeat(size));
        }

        Response first = duplicates(user, Map.of("size", 2));
        Response second = duplicates(user, Map.of("size", 2, "cursor", first.<String>path("next")));

        assertThat(first.<Iterable<Integer>>path("items.reclaimableBytes")).containsExactly(3, 2);
        assertThat(second.<Iterable<Integer>>path("items.reclaimableBytes")).containsExactly(1);
        assertThat(statements(first)).isEqualTo(statements(duplicates(user, Map.of("size", 200))));
        duplicates(user, Map.of("type", "near", "cursor", first.<String>path("next")))
                .then()
                .statusCode(400);
    }

    @Test
    void textsNearlyAlikeAreAGroupAndOthersAreNot() {
        String one = add(user, "One", text("word"));
        String two = add(user, "Two", text("word").replace("word100 ", "changed "));
        add(user, "Other", text("other"));
        add(user, "Half", text("word").substring(0, 700) + text("half"));

        awaitNear(1);

        duplicates(user, Map.of("type", "near"))
                .then()
                .body("items[0].artifacts.id", containsInAnyOrder(one, two));
        replace(user, two, text("quite"));
        awaitNear(0);
        replace(user, two, text("word").replace("word7 ", "changed "));
        awaitNear(1);
        delete(user, one);
        awaitNear(0);
        restore(user, one).then().statusCode(200);
        awaitNear(1);
    }

    @Test
    void whatWasPurgedLeavesNoGroup() throws SQLException {
        String id = add(user, "One", text("purged"));
        UUID artifact = UUID.fromString(id);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Rows.count("select count(*) from near_text where artifact_id = ?", artifact)
                                == 1);
        long groups = groupsOf(id);
        delete(user, id);
        purge(user, id);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Rows.count("select count(*) from near_text where artifact_id = ?", artifact)
                                == 0);
        assertThat(groups).isOne();
        assertThat(
                        Rows.count(
                                "select count(*) from near_group g where not exists"
                                        + " (select from near_text t where t.group_id = g.id)"))
                .isZero();
    }

    private long groupsOf(String id) throws SQLException {
        return Rows.count(
                "select count(*) from near_group g join near_text t on t.group_id = g.id"
                        + " where t.artifact_id = ?",
                UUID.fromString(id));
    }

    @Test
    void aBadTypeIsRefused() {
        duplicates(user, Map.of("type", "similar"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("type"));
    }
}
