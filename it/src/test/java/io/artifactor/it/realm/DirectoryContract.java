package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.TestingUser;
import io.artifactor.it.identity.Authenticator;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with name and password of a directory, of whatever kind it is. */
@ExtendWith(RealmServer.class)
abstract class DirectoryContract extends MappedPlaces {

    /** What somebody of that name, or a group, is called in this directory alone. */
    abstract String called(String name);

    @Test
    void whoTheDirectoryKnowsGetsAnAccountAndTokens() {
        directory().addPerson(called("lena"));

        Response me = me(token(called("lena")));

        assertThat(me.<String>path("username")).isEqualTo(called("lena"));
        assertThat(me.<String>path("displayName")).isEqualTo(called("lena") + " of Acme");
        assertThat(me.<String>path("email")).isEqualTo(called("lena") + "@acme.example");
    }

    @Test
    void groupsInGroupsCount() {
        directory().addPerson(called("mila"));
        directory().addGroup(called("inner"), called("mila"));
        directory().addGroupOfGroup(called("outer"), called("inner"));
        String mapping = add(Map.of("realm", "ldap", "group", called("outer"), "role", "auditor"));

        List<String> roles = me(token(called("mila"))).path("roles");

        assertThat(roles).containsExactlyInAnyOrder("auditor", "user");
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
        directory().addPerson(called("nina"));

        Response wrong = login(called("nina"), "not her password at all");
        Response unknown = login("nobody-at-all", "not a password at all");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.<String>path("detail")).isEqualTo(unknown.path("detail"));
    }

    @Test
    void anEmptyPasswordIsNobodys() {
        directory().addPerson(called("olga"));

        assertThat(login(called("olga"), "").statusCode()).isIn(400, 401);
    }

    @Test
    void aNameThatIsASearchOfItsOwnFindsNobody() {
        String petra = called("petra");
        directory().addPerson(petra);

        for (String name :
                List.of(
                        "*",
                        petra + ")(uid=*",
                        petra.substring(0, petra.length() - 2) + "*",
                        petra + ")(|(uid=*",
                        "\\2a")) {
            assertThat(login(name, TestingDirectory.password(petra)).statusCode())
                    .as(name)
                    .isEqualTo(401);
        }
    }

    @Test
    void somebodyNewOfAnOldNameIsSomebodyElse() {
        directory().addPerson(called("rosa"));
        String first = me(token(called("rosa"))).path("id");
        directory().removePerson(called("rosa"));
        directory().addPerson(called("rosa"));

        Response second = login(called("rosa"), TestingDirectory.password(called("rosa")));

        // The account is the first one's; an administrator has to say whose it is now.
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(first).isNotEmpty();
    }

    @Test
    void anAccountHereIsNotOpenedByTheDirectory() {
        String name = newUser().username();
        directory().addPerson(name);

        assertThat(login(name, TestingDirectory.password(name)).statusCode()).isEqualTo(401);
    }

    @Test
    void whileTheDirectoryIsAwayAccountsHereStillSignIn() {
        directory().addPerson(called("sara"));
        TestingUser local = newUser();
        directory().goAway();
        try {
            assertThat(
                            login(called("sara"), TestingDirectory.password(called("sara")))
                                    .statusCode())
                    .isEqualTo(503);
            assertThat(login(local.username(), local.password()).statusCode()).isEqualTo(200);
        } finally {
            directory().comeBack();
        }
    }

    @Test
    void whoLeavesTheDirectoryIsSignedOut() {
        directory().addPerson(called("tara"));
        String token = token(called("tara"));
        directory().removePerson(called("tara"));

        await().atMost(Duration.ofSeconds(20)).until(() -> statusOfMe(token) == 401);
    }

    @Test
    void whoLeavesAGroupLosesItsRoleWhileSignedIn() {
        directory().addPerson(called("uma"));
        directory().addGroup(called("keepers"), called("uma"));
        String mapping =
                add(Map.of("realm", "ldap", "group", called("keepers"), "role", "auditor"));
        String token = token(called("uma"));
        assertThat(me(token).<List<String>>path("roles")).contains("auditor");

        directory().removeGroup(called("keepers"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> me(token).<List<String>>path("roles").equals(List.of("user")));
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void groupsGiveAPlaceInAWorkspaceAndTakeItAgain() {
        directory().addPerson(called("vera"));
        directory().addGroup(called("painters"), called("vera"));
        TestingUser owner = newUser();
        String workspace = workspace(owner, "of " + owner.username());
        String mapping = mapped("ldap", called("painters"), workspace, "editor");
        String token = token(called("vera"));

        assertThat(roleIn(workspace, owner, called("vera"))).isEqualTo("editor");
        assertThat(upload(token, workspace)).isEqualTo(201);

        directory().removeGroup(called("painters"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> roleIn(workspace, owner, called("vera")) == null);
        await().atMost(Duration.ofSeconds(5)).until(() -> upload(token, workspace) == 404);
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void whatPeopleSaidOfAMemberStaysWhateverTheGroupsSay() {
        directory().addPerson(called("wanda"));
        directory().addGroup(called("sculptors"), called("wanda"));
        TestingUser owner = newUser();
        String workspace = workspace(owner, "of " + owner.username());
        String mapping = mapped("ldap", called("sculptors"), workspace, "viewer");
        String id = me(token(called("wanda"))).path("id");
        as(owner)
                .contentType(ContentType.JSON)
                .body(Map.of("role", "owner"))
                .put("/workspaces/%s/members/%s".formatted(workspace, id))
                .then()
                .statusCode(200);
        directory().removeGroup(called("sculptors"));

        token(called("wanda"));

        assertThat(roleIn(workspace, owner, called("wanda"))).isEqualTo("owner");
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void noGroupMakesOwnersOrMembersOfPersonalWorkspaces() {
        TestingUser owner = newUser();
        String shared = workspace(owner, "of " + owner.username());
        String personal = as(owner).get("/auth/me").path("personalWorkspaceId");

        mapping("ldap", "any", shared, "owner").then().statusCode(400);
        mapping("ldap", "any", personal, "viewer").then().statusCode(409);
        mapping("ldap", "any", UUID.randomUUID().toString(), "viewer").then().statusCode(404);
    }

    @Test
    void aCodeGoesWithThePasswordOfTheDirectoryToo() {
        String theodora = called("theodora");
        directory().addPerson(theodora);
        String password = TestingDirectory.password(theodora);
        String token = token(theodora);
        assertThat(factor(token, "", Map.of("password", "not hers")).statusCode()).isEqualTo(400);
        String secret = factor(token, "", Map.of("password", password)).path("secret");
        Authenticator phone = new Authenticator(secret);
        Map<String, String> first = Map.of("code", phone.code());
        assertThat(factor(token, "/confirmation", first).statusCode()).isEqualTo(200);

        Response asked = login(theodora, password);
        assertThat(asked.<String>path("code")).isEqualTo("second-factor-required");
        assertThat(login(theodora, "not hers").<String>path("code")).isEqualTo("unauthenticated");
        assertThat(login(theodora, password, phone.code(1)).statusCode()).isEqualTo(200);
    }

    private static Response factor(String token, String path, Map<String, String> body) {
        return given().baseUri(RealmServer.stage().url())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/second-factor" + path);
    }

    static String add(Map<String, String> mapping) {
        return as(administrator())
                .contentType(ContentType.JSON)
                .body(mapping)
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static @Nullable String roleIn(String workspace, TestingUser asking, String name) {
        return as(asking)
                .get("/workspaces/%s/members".formatted(workspace))
                .path("items.find { it.username == '%s' }?.role".formatted(name));
    }

    static int upload(String token, String workspace) {
        return given().baseUri(RealmServer.stage().url())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "title",
                                "a note",
                                "content",
                                "of " + workspace,
                                "workspaceId",
                                workspace))
                .post("/api/v1/artifacts")
                .statusCode();
    }

    static String token(String name) {
        Response answer = login(name, TestingDirectory.password(name));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("accessToken");
    }

    static Response login(String name, String password) {
        return login(name, password, "");
    }

    private static Response login(String name, String password, String code) {
        return given().baseUri(RealmServer.stage().url())
                .contentType(ContentType.JSON)
                .body(Map.of("username", name, "password", password, "code", code))
                .post("/api/v1/auth/login");
    }

    static int statusOfMe(String token) {
        return asked(token).statusCode();
    }

    static Response asked(String token) {
        return given().baseUri(RealmServer.stage().url())
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me");
    }

    static Response me(String token) {
        Response answer = asked(token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    static TestingDirectory directory() {
        return RealmServer.stage().directory();
    }
}
