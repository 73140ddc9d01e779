package io.artifactor.it.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Placing, reading and releasing legal holds. */
class HoldsIT extends Held {

    private final TestingUser user = newUser();
    private final String artifact = artifact(user, personalOf(user), "Evidence");

    @Test
    void administratorsPlaceAHold() {
        Response placed = place(admin, " Case 17 ", "artifact", artifact);

        String id = placed.path("id");
        placed.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/holds/" + id))
                .header("ETag", "\"0\"")
                .body("name", equalTo("Case 17"))
                .body("reason", equalTo("A reason"))
                .body("on.kind", equalTo("artifact"))
                .body("on.id", equalTo(artifact))
                .body("state", equalTo("active"))
                .body("placedBy", equalTo(idOf(admin)))
                .body("placedAt", notNullValue())
                .body("$", not(hasKey("releasedAt")));
        Map<String, ?> document = placed.jsonPath().getMap("$");
        assertThat(as(admin).get("/holds/{id}", id).jsonPath().<String, Object>getMap("$"))
                .isEqualTo(document);
    }

    @Test
    void auditorsReadHoldsAndChangeNone() {
        TestingUser auditor = newUser(Set.of("auditor"));
        String id = hold("artifact", artifact);

        as(auditor).get("/holds").then().statusCode(200).body("items.id", hasItem(id));
        as(auditor).get("/holds/{id}", id).then().statusCode(200);
        place(auditor, "No", "artifact", artifact).then().statusCode(403);
        as(auditor)
                .header("If-Match", "*")
                .queryParam("reason", "no")
                .delete("/holds/{id}", id)
                .then()
                .statusCode(403);
    }

    @Test
    void othersAreToldNothingOfHolds() {
        String id = hold("artifact", artifact);

        as(user).get("/holds").then().statusCode(403);
        as(user).get("/holds/{id}", id).then().statusCode(403);
        place(user, "Mine", "artifact", artifact).then().statusCode(403);
    }

    @Test
    void aReleasedHoldStaysAsARecord() {
        String id = hold("artifact", artifact);

        as(admin)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "The case is closed")
                .delete("/holds/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("releasedBy", equalTo(idOf(admin)))
                .body("releaseReason", equalTo("The case is closed"))
                .body("revision", equalTo(1));

        as(admin).get("/holds/{id}", id).then().body("state", equalTo("released"));
        as(admin)
                .header("If-Match", "*")
                .queryParam("reason", "Again")
                .delete("/holds/{id}", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void aReleaseNeedsAReasonAndTheRevisionSeen() {
        String id = hold("artifact", artifact);

        as(admin).queryParam("reason", "R").delete("/holds/{id}", id).then().statusCode(428);
        as(admin)
                .header("If-Match", "*")
                .queryParam("reason", " ")
                .delete("/holds/{id}", id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
        as(admin)
                .header("If-Match", "\"7\"")
                .queryParam("reason", "R")
                .delete("/holds/{id}", id)
                .then()
                .statusCode(412)
                .body("current.id", equalTo(id));
        as(admin).get("/holds/{id}", id).then().body("state", equalTo("active"));
    }

    @Test
    void aHoldIsOnSomethingThatIsThere() {
        for (String kind : List.of("artifact", "folder", "workspace", "user")) {
            place(admin, "Case", kind, UUID.randomUUID().toString())
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("on.id"));
        }
        place(admin, "Case", "tag", artifact)
                .then()
                .statusCode(400)
                .body("errors.field", contains("on.kind"));
        place(admin, " ", "artifact", artifact).then().statusCode(400);
        send(admin, "/holds", Map.of("name", "Case", "reason", "R")).then().statusCode(400);
    }

    @Test
    void holdsAreListedByStateThePlacedLastFirst() {
        String released = hold("artifact", artifact);
        String active = hold("artifact", artifact);
        release(released);

        Response first = as(admin).queryParam("size", 1).get("/holds");
        first.then().body("next", notNullValue());
        as(admin)
                .queryParam("size", 200)
                .queryParam("state", "released")
                .get("/holds")
                .then()
                .body("items.id", hasItem(released))
                .body("items.id", not(hasItem(active)));
        List<String> holding =
                as(admin)
                        .queryParam("size", 200)
                        .queryParam("state", "active")
                        .get("/holds")
                        .jsonPath()
                        .getList("items.id");
        assertThat(holding).contains(active).doesNotContain(released);
        assertThat(holding).isSortedAccordingTo((a, b) -> b.compareTo(a));
        as(admin).queryParam("state", "other").get("/holds").then().statusCode(400);
    }

    @Test
    void placingAndReleasingStandInTheAuditLog() {
        String id = hold("artifact", artifact);
        release(id);

        as(admin)
                .queryParam("subject", "legal-hold:" + id)
                .get("/audit")
                .then()
                .body("items.action", contains("legal-hold-released", "legal-hold-placed"))
                .body("items[0].detail.reason", equalTo("The case is closed"))
                .body("items[1].detail.on", equalTo("artifact:" + artifact));
    }
}
