package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Signing in with name and password of a directory. */
@ExtendWith(RealmServer.class)
class DirectoryIT extends MappedPlaces {

    @Test
    void theDirectoryIsAnOpenLdap() {
        assumeTrue(
                OpenLdap.isInstalled(),
                "There is no slapd here; the tests ask a directory in memory.");

        assertThat(directory().isReal()).isTrue();
    }

    @Test
    void whoTheDirectoryKnowsGetsAnAccountAndTokens() {
        directory().addPerson("lena");

        Response me = me(token("lena"));

        assertThat(me.<String>path("username")).isEqualTo("lena");
        assertThat(me.<String>path("displayName")).isEqualTo("lena of Acme");
        assertThat(me.<String>path("email")).isEqualTo("lena@acme.example");
    }

    @Test
    void groupsInGroupsCount() {
        directory().addPerson("mila");
        directory().addGroup("inner", "mila");
        directory().addGroupOfGroup("outer", "inner");
        String mapping = add(Map.of("realm", "ldap", "group", "outer", "role", "auditor"));

        List<String> roles = me(token("mila")).path("roles");

        assertThat(roles).containsExactlyInAnyOrder("auditor", "user");
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
        directory().addPerson("nina");

        Response wrong = login("nina", "not her password at all");
        Response unknown = login("nobody-at-all", "not a password at all");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.<String>path("detail")).isEqualTo(unknown.path("detail"));
    }

    @Test
    void anEmptyPasswordIsNobodys() {
        directory().addPerson("olga");

        assertThat(login("olga", "").statusCode()).isIn(400, 401);
    }

    @Test
    void aNameThatIsASearchOfItsOwnFindsNobody() {
        directory().addPerson("petra");

        for (String name : List.of("*", "petra)(uid=*", "pet*", "petra)(|(uid=*", "\\2a")) {
            assertThat(login(name, TestingDirectory.password("petra")).statusCode())
                    .as(name)
                    .isEqualTo(401);
        }
    }

    @Test
    void somebodyNewOfAnOldNameIsSomebodyElse() {
        directory().addPerson("rosa");
        String first = me(token("rosa")).path("id");
        directory().removePerson("rosa");
        directory().addPerson("rosa");

        Response second = login("rosa", TestingDirectory.password("rosa"));

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
        directory().addPerson("sara");
        TestingUser local = newUser();
        directory().goAway();
        try {
            assertThat(login("sara", TestingDirectory.password("sara")).statusCode())
                    .isEqualTo(503);
            assertThat(login(local.username(), local.password()).statusCode()).isEqualTo(200);
        } finally {
            directory().comeBack();
        }
    }

    @Test
    void aCodeGoesWithThePasswordOfTheDirectoryToo() {
        directory().addPerson("thea");
        String password = TestingDirectory.password("thea");
        String token = token("thea");
        assertThat(factor(token, "", Map.of("password", "not hers")).statusCode()).isEqualTo(400);
        String secret = factor(token, "", Map.of("password", password)).path("secret");
        Authenticator phone = new Authenticator(secret);
        Map<String, String> first = Map.of("code", phone.code());
        assertThat(factor(token, "/confirmation", first).statusCode()).isEqualTo(200);

        Response asked = login("thea", password);
        assertThat(asked.<String>path("code")).isEqualTo("second-factor-required");
        assertThat(login("thea", "not hers").<String>path("code")).isEqualTo("unauthenticated");
        assertThat(login("thea", password, phone.code(1)).statusCode()).isEqualTo(200);
    }

    private static Response factor(String token, String path, Map<String, String> body) {
        return given().baseUri(RealmServer.stage().url())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/second-factor" + path);
    }

    @Test
    void whoLeavesTheDirectoryIsSignedOut() {
        directory().addPerson("tara");
        String token = token("tara");
        directory().removePerson("tara");

        await().atMost(Duration.ofSeconds(20)).until(() -> statusOfMe(token) == 401);
    }

    @Test
    void whoLeavesAGroupLosesItsRoleWhileSignedIn() {
        directory().addPerson("uma");
        directory().addGroup("keepers", "uma");
        String mapping = add(Map.of("realm", "ldap", "group", "keepers", "role", "auditor"));
        String token = token("uma");
        assertThat(me(token).<List<String>>path("roles")).contains("auditor");

        directory().removeGroup("keepers");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> me(token).<List<String>>path("roles").equals(List.of("user")));
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void groupsGiveAPlaceInAWorkspaceAndTakeItAgain() {
        directory().addPerson("vera");
        directory().addGroup("painters", "vera");
        TestingUser owner = newUser();
        String workspace = workspace(owner, "of " + owner.username());
        String mapping = mapped("ldap", "painters", workspace, "editor");
        String token = token("vera");

        assertThat(roleIn(workspace, owner, "vera")).isEqualTo("editor");
        assertThat(upload(token, workspace)).isEqualTo(201);

        directory().removeGroup("painters");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> roleIn(workspace, owner, "vera") == null);
        await().atMost(Duration.ofSeconds(5)).until(() -> upload(token, workspace) == 404);
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    @Test
    void whatPeopleSaidOfAMemberStaysWhateverTheGroupsSay() {
        directory().addPerson("wanda");
        directory().addGroup("sculptors", "wanda");
        TestingUser owner = newUser();
        String workspace = workspace(owner, "of " + owner.username());
        String mapping = mapped("ldap", "sculptors", workspace, "viewer");
        String id = me(token("wanda")).path("id");
        as(owner)
                .contentType(ContentType.JSON)
                .body(Map.of("role", "owner"))
                .put("/workspaces/%s/members/%s".formatted(workspace, id))
                .then()
                .statusCode(200);
        directory().removeGroup("sculptors");

        token("wanda");

        assertThat(roleIn(workspace, owner, "wanda")).isEqualTo("owner");
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

    private static String add(Map<String, String> mapping) {
        return as(administrator())
                .contentType(ContentType.JSON)
                .body(mapping)
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static @Nullable String roleIn(String workspace, TestingUser asking, String name) {
        return as(asking)
                .get("/workspaces/%s/members".formatted(workspace))
                .path("items.find { it.username == '%s' }?.role".formatted(name));
    }

    private static int upload(String token, String workspace) {
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

    private static String token(String name) {
        Response answer = login(name, TestingDirectory.password(name));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("accessToken");
    }

    private static Response login(String name, String password) {
        return login(name, password, "");
    }

    private static Response login(String name, String password, String code) {
        return given().baseUri(RealmServer.stage().url())
                .contentType(ContentType.JSON)
                .body(Map.of("username", name, "password", password, "code", code))
                .post("/api/v1/auth/login");
    }

    private static int statusOfMe(String token) {
        return asked(token).statusCode();
    }

    private static Response asked(String token) {
        return given().baseUri(RealmServer.stage().url())
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me");
    }

    private static Response me(String token) {
        Response answer = asked(token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static TestingDirectory directory() {
        return RealmServer.stage().directory();
    }
}
