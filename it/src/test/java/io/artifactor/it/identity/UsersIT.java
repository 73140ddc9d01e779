package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersIT extends ServerTest {

    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static String freshName() {
        return "it-%d-%d".formatted(System.nanoTime(), NAMES.incrementAndGet());
    }

    private static Response create(TestingUser by, Map<String, ?> wanted) {
        return as(by).contentType(ContentType.JSON).body(wanted).post("/users");
    }

    private static Response change(TestingUser by, String id, Map<String, ?> patch) {
        return as(by).header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(patch)
                .patch("/users/" + id);
    }

    private static Response login(String username, String password) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/auth/login");
    }

    private static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    @Test
    void aUserIsCreatedAndFoundAgain() {
        TestingUser admin = administrator();
        String name = freshName();

        Response made =
                create(
                        admin,
                        Map.of(
                                "username",
                                name,
                                "password",
                                PASSWORD,
                                "displayName",
                                " Ада 👩‍💻 ",
                                "email",
                                name + "@example.org"));

        String id = made.path("id");
        made.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/users/" + id))
                .body("displayName", equalTo("Ада 👩‍💻"))
                .body("roles", contains("user"))
                .body("password", nullValue());
        as(admin)
                .get("/users/" + id)
                .then()
                .statusCode(200)
                .body("username", equalTo(name))
                .body("email", equalTo(name + "@example.org"))
                .body("createdAt", equalTo(made.path("createdAt")));
    }

    @Test
    void aMissingPasswordIsGeneratedAndShownOnce() {
        TestingUser admin = administrator();
        Response made = create(admin, Map.of("username", freshName()));

        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("password", notNullValue())
                .body("passwordChangeRequired", equalTo(true));
        as(admin).get("/users/" + made.path("id")).then().body("password", nullValue());
        login(made.path("username"), made.path("password")).then().statusCode(200);
    }

    @Test
    void nameAndAddressAreTakenInAnyCapitals() {
        TestingUser admin = administrator();
        String name = freshName();
        String email = name + "@example.org";
        create(admin, Map.of("username", name, "password", PASSWORD, "email", email))
                .then()
                .statusCode(201);

        create(admin, Map.of("username", name.replace("it", "IT"), "password", PASSWORD))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        create(
                        admin,
                        Map.of(
                                "username", freshName(),
                                "password", PASSWORD,
                                "email", email.replace("example", "EXAMPLE")))
                .then()
                .statusCode(409);
    }

    @Test
    void oneNameAskedForManyTimesAtOnceIsGivenOnce() throws Exception {
        TestingUser admin = administrator();
        Map<String, String> wanted = Map.of("username", freshName(), "password", PASSWORD);
        Callable<Integer> ask = () -> create(admin, wanted).statusCode();
        List<Future<Integer>> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            answers = clients.invokeAll(Collections.nCopies(4, ask));
        }

        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertThat(codes).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                    | username
                    {"username":"x"}                                      | username
                    {"username":"a b"}                                    | username
                    {"username":"nul\\u0000"}                             | username
                    {"username":12}                                       | username
                    {"username":"xx","password":"short"}                  | password
                    {"username":"xx","password":"P@ssw0rd1234"}           | password
                    {"username":"lovelace","password":"me, Lovelace, me"} | password
                    {"username":"xx","password":"with nul \\u0000 in it"} | password
                    {"username":"xx","password":"a lone \\ud83d is bad"}  | password
                    {"username":"xx","displayName":"a\\u0000b"}           | displayName
                    {"username":"xx","displayName":"\\u202eevil"}         | displayName
                    {"username":"xx","email":"nobody"}                    | email
                    {"username":"xx","email":"a@b\\r\\nBcc: c@d.e"}       | email
                    {"username":"xx","roles":[]}                          | roles
                    {"username":"xx","roles":["user","root"]}             | roles[1]
                    {"username":"xx","roles":[null]}                      | roles[0]
                    {"username":"xx","roles":"admin"}                     | roles
                    {"username":"xx","active":false}                      | active
                    {"username":"xx","passwordChangeRequired":"yes"}      | passwordChangeRequired
                    """)
    void aBadUserIsRefusedByTheNameOfTheField(String body, String field) {
        as(administrator())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/users")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @Test
    void onlyAdministratorsChangeAndAuditorsMayLook() {
        TestingUser auditor = newUser(Set.of("auditor"));
        TestingUser user = newUser();
        String id = idOf(user);

        as(auditor).get("/users").then().statusCode(200);
        as(auditor).get("/users/" + id).then().statusCode(200);
        for (TestingUser caller : List.of(auditor, user)) {
            create(caller, Map.of("username", freshName())).then().statusCode(403);
            change(caller, id, Map.of("roles", List.of("admin"))).then().statusCode(403);
            as(caller).header("If-Match", "*").delete("/users/" + id).then().statusCode(403);
        }
        as(user).get("/users").then().statusCode(403).body("code", equalTo("forbidden"));
        as(user).get("/users/" + id).then().statusCode(403);
        anonymous().get("/users").then().statusCode(401);
    }

    @Test
    void aDeactivatedUserIsOutAtOnceAndComesBackWithANewSignIn() {
        TestingUser admin = administrator();
        TestingUser user = newUser();
        String id = idOf(user);

        as(admin).header("If-Match", "*").delete("/users/" + id).then().statusCode(204);

        as(user).get("/auth/me").then().statusCode(401);
        login(user.username(), user.password()).then().statusCode(401);
        as(admin).get("/users/" + id).then().body("active", equalTo(false));

        change(admin, id, Map.of("active", true)).then().statusCode(200);
        as(user).get("/auth/me").then().statusCode(401);
        login(user.username(), user.password()).then().statusCode(200);
    }

    @Test
    void aRoleCountsFromTheNextRequestOn() {
        TestingUser admin = administrator();
        TestingUser user = newUser();
        String id = idOf(user);

        change(admin, id, Map.of("roles", List.of("user", "auditor"))).then().statusCode(200);
        as(user).get("/users").then().statusCode(200);
        change(admin, id, Map.of("roles", List.of("user"))).then().statusCode(200);
        as(user).get("/users").then().statusCode(403);
    }

    @Test
    void aPatchChangesOnlyWhatItNames() {
        TestingUser admin = administrator();
        String name = freshName();
        String id =
                create(
                                admin,
                                Map.of(
                                        "username", name,
                                        "password", PASSWORD,
                                        "email", name + "@example.org"))
                        .path("id");

        change(admin, id, Map.of("displayName", "Ada"))
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ada"))
                .body("email", equalTo(name + "@example.org"));
        change(admin, id, Map.of("email", ""))
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ada"))
                .body("email", nullValue());
        change(admin, id, Map.of("username", "other")).then().statusCode(400);
    }

    @Test
    void aPasswordSetByAnAdministratorMustBeChanged() {
        TestingUser user = newUser();

        change(administrator(), idOf(user), Map.of("password", "given by an admin"))
                .then()
                .statusCode(200)
                .body("passwordChangeRequired", equalTo(true));

        as(user).get("/auth/me").then().statusCode(401);
        login(user.username(), user.password()).then().statusCode(401);
        login(user.username(), "given by an admin")
                .then()
                .statusCode(200)
                .body("passwordChangeRequired", equalTo(true));
    }

    @Test
    void theLastAdministratorStays() throws SQLException {
        TestingUser admin = administrator();
        String id = idOf(admin);
        // Other tests may have made some, which must not count while this one runs.
        Rows.execute(
                """
                update app_user set active = false, display_name = display_name || ' (away)'
                where active and id <> cast(? as uuid) and id in (
                    select user_id from user_role where role = 'admin')
                """,
                id);
        try {
            as(admin)
                    .header("If-Match", "*")
                    .delete("/users/" + id)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("conflict"));
            change(admin, id, Map.of("roles", List.of("user"))).then().statusCode(409);
        } finally {
            Rows.execute(
                    """
                    update app_user set active = true, display_name = replace(display_name, ' (away)', '')
                    where display_name like '% (away)'
                    """);
        }

        as(admin).get("/users/" + id).then().body("active", equalTo(true));
        assertThat(login(RunningServer.ADMIN, RunningServer.ADMIN_PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        TestingUser admin = administrator();
        String name = freshName();
        for (String suffix : List.of("-c", "-A", "-b")) {
            create(admin, Map.of("username", name + suffix, "password", PASSWORD))
                    .then()
                    .statusCode(201);
        }

        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(admin, cursor);
            names.addAll(page.path("items.username"));
            cursor = page.path("next");
            assertThat(String.valueOf(page.header("Link")).contains("rel=\"next\""))
                    .isEqualTo(cursor != null);
        } while (cursor != null);

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.stream().filter(found -> found.startsWith(name)))
                .containsExactly(name + "-A", name + "-b", name + "-c");
    }

    private static Response page(TestingUser admin, @Nullable String cursor) {
        Map<String, ?> parameters =
                cursor == null ? Map.of("size", 2) : Map.of("size", 2, "cursor", cursor);
        return as(admin).queryParams(parameters).get("/users");
    }

    @ParameterizedTest
    @CsvSource({"size,0", "size,201", "size,x", "size,99999999999", "cursor,xyz", "total,2"})
    void aBadPageIsRefusedByName(String parameter, String value) {
        as(administrator())
                .queryParam(parameter, value)
                .get("/users")
                .then()
                .statusCode(400)
                .body("errors.field", contains(parameter));
    }

    @Test
    void anUnknownUserIsNotFound() {
        TestingUser admin = administrator();
        String nobody = "/users/00000000-0000-0000-0000-000000000000";

        as(admin).get(nobody).then().statusCode(404).body("code", equalTo("not-found"));
        as(admin).header("If-Match", "*").delete(nobody).then().statusCode(404);
        as(admin).get("/users/nobody").then().statusCode(400);
    }

    @Test
    void noAnswerEverShowsAHash() {
        assertThat(as(administrator()).get("/users").asString()).doesNotContain("argon2", "hash");
    }
}
