package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.ServerTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with name and password of a directory. */
@ExtendWith(RealmServer.class)
class DirectoryIT extends ServerTest {

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
        String mapping =
                as(administrator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("realm", "ldap", "group", "outer", "role", "auditor"))
                        .post("/group-mappings")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

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
        var local = newUser();
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
        String mapping =
                as(administrator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("realm", "ldap", "group", "keepers", "role", "auditor"))
                        .post("/group-mappings")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String token = token("uma");
        assertThat(me(token).<List<String>>path("roles")).contains("auditor");

        directory().removeGroup("keepers");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> me(token).<List<String>>path("roles").equals(List.of("user")));
        as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
    }

    private static String token(String name) {
        Response answer = login(name, TestingDirectory.password(name));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("accessToken");
    }

    private static Response login(String name, String password) {
        return given().baseUri(RealmServer.stage().url())
                .contentType(ContentType.JSON)
                .body(Map.of("username", name, "password", password))
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
