package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.TestingUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Groups a provider tells of by itself. */
class ProvidedGroupsIT extends Telling {

    @Test
    void groupsStandForPlacesAtOnce() {
        TestingUser owner = newUser();
        String workspace = workspace(owner, "of " + owner.username());
        String group = "painters-" + UUID.randomUUID();
        mapped("saml", group, workspace, "viewer");
        String anna = Provider.newName();
        String boris = Provider.newName();
        String first = provider().joined(anna);
        String second = provider().joined(boris);

        String id = provider().grouped(group, first);
        assertThat(members(owner, workspace)).contains(anna).doesNotContain(boris);
        provider()
                .request()
                .get("/Users/" + first)
                .then()
                .body("groups.display", equalTo(List.of(group)));

        provider()
                .patch(
                        "/Groups/" + id,
                        Map.of("op", "add", "path", "members", "value", Provider.members(second)),
                        Map.of("op", "remove", "path", "members[value eq \"" + first + "\"]"))
                .then()
                .statusCode(200)
                .body("members.value", equalTo(List.of(second)));
        assertThat(members(owner, workspace)).contains(boris).doesNotContain(anna);

        provider()
                .patch(
                        "/Groups/" + id,
                        Map.of("op", "replace", "value", Map.of("displayName", group + "-old")))
                .then()
                .statusCode(200);
        assertThat(members(owner, workspace)).doesNotContain(anna, boris);
    }

    @Test
    void aGroupThatIsGoneStandsForNothing() {
        TestingUser owner = newUser();
        String workspace = workspace(owner, "of " + owner.username());
        String group = "sculptors-" + UUID.randomUUID();
        mapped("saml", group, workspace, "viewer");
        String name = Provider.newName();
        String id = provider().grouped(group, provider().joined(name));
        assertThat(members(owner, workspace)).contains(name);

        provider().request().delete("/Groups/" + id).then().statusCode(204);

        assertThat(members(owner, workspace)).doesNotContain(name);
        provider().request().get("/Groups/" + id).then().statusCode(404);
    }

    @Test
    void whoIsRemovedIsInNoGroup() {
        String user = provider().joined(Provider.newName());
        String name = "weavers-" + UUID.randomUUID();
        String group = provider().grouped(name, user);
        String tag = provider().request().get("/Groups/" + group).header("ETag");

        provider().request().delete("/Users/" + user).then().statusCode(204);

        provider()
                .request()
                .get("/Groups/" + group)
                .then()
                .header("ETag", not(equalTo(tag)))
                .body("members", equalTo(null));
        provider()
                .find("/Groups", "displayName eq \"" + name + "\"")
                .then()
                .body("totalResults", equalTo(1));
    }

    @Test
    void onlyThoseToldOfAreMembers() {
        for (String nobody : List.of(UUID.randomUUID().toString(), "anna", "' or 1=1 --")) {
            provider()
                    .request()
                    .body(
                            Map.of(
                                    "displayName",
                                    "g-" + UUID.randomUUID(),
                                    "members",
                                    Provider.members(nobody)))
                    .post("/Groups")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("invalidValue"));
        }
    }

    private static List<String> members(TestingUser asking, String workspace) {
        return as(asking).get("/workspaces/%s/members".formatted(workspace)).path("items.username");
    }
}
