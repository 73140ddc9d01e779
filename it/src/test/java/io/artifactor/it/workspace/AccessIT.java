package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessIT extends Places {

    private final TestingUser owner = newUser();
    private final TestingUser guest = newUser();
    private final String place = workspace(owner, "Closed");
    private final String artifact = artifact(owner, place, "Shared");

    private void grant(Map<String, ?> to) {
        send(owner, "/artifacts/" + artifact + "/grants", to).then().statusCode(200);
    }

    @Test
    void whoMayReadAnArtifactIsNamedWithEachReason() {
        TestingUser viewer = member(owner, place, "viewer");
        String team = workspace(owner, "Team");
        TestingUser inTeam = member(owner, team, "viewer");
        grant(Map.of("username", guest.username(), "role", "viewer"));
        grant(Map.of("username", viewer.username(), "role", "editor"));
        grant(Map.of("workspaceId", team, "role", "viewer"));

        Response access =
                as(owner).queryParam("total", true).get("/artifacts/{id}/access", artifact);

        access.then().statusCode(200).body("total", equalTo(5));
        List<String> reasons = new ArrayList<>();
        for (Map<String, Object> row : access.jsonPath().<Map<String, Object>>getList("items")) {
            reasons.add(row.get("grantee") + " " + row.get("reason") + " " + row.get("role"));
        }
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        owner.username() + " membership owner",
                        viewer.username() + " membership viewer",
                        viewer.username() + " grant editor",
                        guest.username() + " grant viewer",
                        "Team grant viewer")
                .noneMatch(row -> row.startsWith(inTeam.username() + " "));
    }

    @Test
    void accessIsListedInPages() {
        grant(Map.of("username", guest.username(), "role", "viewer"));
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page =
                    as(owner)
                            .queryParams(Map.of("size", 1, "cursor", cursor))
                            .get("/artifacts/{id}/access", artifact);
            names.addAll(page.jsonPath().getList("items.grantee"));
            cursor = page.path("next");
        }
        assertThat(names).containsExactlyInAnyOrder(owner.username(), guest.username());
    }

    @Test
    void accessIsForEditorsOfTheWorkspace() {
        grant(Map.of("username", guest.username(), "role", "editor"));
        String path = "/artifacts/{id}/access";

        as(guest).get(path, artifact).then().statusCode(403);
        as(member(owner, place, "viewer")).get(path, artifact).then().statusCode(403);
        as(newUser()).get(path, artifact).then().statusCode(404);
        as(administrator()).get(path, artifact).then().statusCode(404);
    }

    @Test
    void anAdministratorSeesWhatAUserMayAndNotWhatIsInIt() {
        String team = workspace(owner, "Team");
        join(owner, team, guest, "editor");
        grant(Map.of("username", guest.username(), "role", "viewer"));
        String path = "/users/{id}/permissions";

        Response held = as(administrator()).get(path, idOf(guest));

        held.then()
                .statusCode(200)
                .body("items.reason", containsInAnyOrder("membership", "membership", "grant"))
                .body(
                        "items.findAll { it.reason == 'membership' }.workspaceId",
                        containsInAnyOrder(personalOf(guest), team))
                .body("items.findAll { it.reason == 'grant' }.artifactId", contains(artifact));
        assertThat(held.asString()).doesNotContain("Team", "Shared");
        as(newUser(Set.of("auditor"))).get(path, idOf(guest)).then().statusCode(200);
        as(owner).get(path, idOf(guest)).then().statusCode(403);
    }
}
