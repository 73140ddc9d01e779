package io.artifactor.it.launcher;

import static io.restassured.RestAssured.given;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the server's user of the embedded Elasticsearch may do: nothing beside what search needs.
 * That it may do all of that, every other test of search shows.
 */
class ElasticsearchRoleIT {

    private static final String USER = "artifactor";
    private static final String OPERATOR = "operator";
    private static final List<String> PARTS_OF_THE_ROLE =
            List.of(
                    "read",
                    "index",
                    "delete",
                    "manage",
                    "artifactor",
                    "artifactor-next",
                    "artifactor-v*");

    private static Stack stack;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        stack = Stack.over(data).only(Part.ELASTICSEARCH).start();
        allow("PUT", "/artifactor-v3-one", "");
        allow("PUT", "/artifactor-v3-one/_alias/artifactor", "");
        allow("PUT", "/artifactor-v3-one/_alias/artifactor-next", "");
        addUsers(data.resolve("elasticsearch/config"));
        // Each of the files is read again within seconds, not all at once.
        awaitAllowed(OPERATOR, "PUT", "/other/_doc/1", "{}");
        awaitAllowed(without("read"), "POST", "/artifactor/_refresh", "");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /**
     * An operator, and users with all of the role but a part, all with the same password. In the
     * place of the part stands what is of no use to search.
     */
    private static void addUsers(Path config) throws IOException {
        String role = Files.readString(config.resolve("roles.yml"));
        String user = Files.readString(config.resolve("users"));
        StringBuilder roles = new StringBuilder();
        StringBuilder rolesOfUsers = new StringBuilder("superuser:" + OPERATOR + "\n");
        StringBuilder users = new StringBuilder(user.replace(USER + ":", OPERATOR + ":"));
        for (String part : PARTS_OF_THE_ROLE) {
            String name = without(part);
            assertThat(role).contains('"' + part + '"');
            roles.append(
                    role.replace(USER + ": ", name + ": ")
                            .replace('"' + part + '"', "\"monitor\""));
            rolesOfUsers.append(name + ":" + name + "\n");
            users.append(user.replace(USER + ":", name + ":"));
        }
        Files.writeString(config.resolve("roles.yml"), roles, APPEND);
        Files.writeString(config.resolve("users_roles"), rolesOfUsers, APPEND);
        Files.writeString(config.resolve("users"), users, APPEND);
    }

    private static String without(String part) {
        return "without-" + part.replace('*', 'x');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /other/_search |",
                "PUT    | /other/_doc/1 | {}",
                "DELETE | /other |",
                "PUT    | /other/_alias/artifactor |",
                "PUT    | /artifactor-v3-one/_alias/another |",
                "PUT    | /another |",
                "PUT    | /artifactor2 |",
                "PUT    | /_index_template/mine | {\"index_patterns\": [\"*\"]}",
                "GET    | /_cluster/health |",
                "GET    | /_cluster/settings |",
                "PUT    | /_cluster/settings | {\"persistent\": {\"action.auto_create_index\": \"false\"}}",
                "GET    | /_nodes |",
                "GET    | /_security/user |",
                "PUT    | /_security/user/mine | {\"password\": \"correct horse\", \"roles\": [\"superuser\"]}",
                "PUT    | /_security/role/artifactor | {\"cluster\": [\"all\"]}",
                "POST   | /_security/api_key | {\"name\": \"mine\"}",
                "PUT    | /_snapshot/mine | {\"type\": \"fs\", \"settings\": {\"location\": \"/tmp\"}}",
            })
    void nothingElseIsForTheUser(String method, String path, @Nullable String body) {
        assertThat(status(USER, method, path, body)).isEqualTo(403);
    }

    /** One line for each part of the role. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read            | POST   | /artifactor/_search              |    | /artifactor/_refresh",
                "index           | PUT    | /artifactor/_doc/1               | {} | /artifactor/_search",
                "delete          | DELETE | /artifactor/_doc/1               |    | /artifactor/_search",
                "manage          | PUT    | /artifactor-v3-one/_alias/artifactor | | /artifactor/_search",
                "artifactor      | POST   | /artifactor/_search              |    | /artifactor-v3-one/_search",
                "artifactor-next | POST   | /artifactor-next/_refresh        |    | /artifactor/_search",
                "artifactor-v*   | POST   | /artifactor-v3-one/_refresh      |    | /artifactor/_search",
            })
    void noPartOfTheRoleCanBeMissed(
            String part, String method, String path, @Nullable String body, String stillAllowed) {
        String user = without(part);
        allow("PUT", "/artifactor/_doc/1", "{}");

        assertThat(status(user, method, path, body)).isEqualTo(403);
        assertThat(status(user, "POST", stillAllowed, "")).isEqualTo(200);
        allow(method, path, body);
    }

    @Test
    void thereIsNoSuperuser() {
        assertThat(status("elastic", "GET", "/_security/_authenticate", "")).isEqualTo(401);
    }

    /**
     * The configuration of a folder that was made before is made anew, and a lost secret replaced.
     */
    @Test
    void aFolderOfBeforeIsFoundAgain(@TempDir Path data) throws IOException {
        Path node = data.resolve("elasticsearch");
        Path secret = data.resolve("secrets/elasticsearch");
        try (Stack own = Stack.over(data).only(Part.ELASTICSEARCH).start()) {
            String before = own.elasticsearch().password();
            assertThat(status(own, USER, before, "PUT", "/artifactor-v1/_doc/1?refresh", "{}"))
                    .isEqualTo(201);
            own.stop(Part.ELASTICSEARCH);
            Files.writeString(node.resolve("configured-for"), "8.0.0");
            Files.writeString(node.resolve("config/roles.yml"), "");
            Files.writeString(node.resolve("config/users"), "");
            Files.delete(secret);

            own.start(Part.ELASTICSEARCH);

            String after = Files.readString(secret);
            assertThat(after).isNotEqualTo(before).isEqualTo(own.elasticsearch().password());
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            status(own, USER, after, "GET", "/artifactor-v1/_doc/1", "") == 200);
            assertThat(status(own, USER, before, "GET", "/artifactor-v1/_doc/1", ""))
                    .isEqualTo(401);
        }
    }

    private static void awaitAllowed(String user, String method, String path, String body) {
        await(user)
                .atMost(Duration.ofMinutes(1))
                .until(() -> status(user, method, path, body) <= 201);
    }

    private static void allow(String method, String path, @Nullable String body) {
        assertThat(status(USER, method, path, body)).as(method + " " + path).isBetween(200, 201);
    }

    private static int status(String user, String method, String path, @Nullable String body) {
        return status(stack, user, stack.elasticsearch().password(), method, path, body);
    }

    private static int status(
            Stack at,
            String user,
            String password,
            String method,
            String path,
            @Nullable String body) {
        var request =
                given().baseUri(at.elasticsearch().url())
                        .urlEncodingEnabled(false)
                        .auth()
                        .preemptive()
                        .basic(user, password);
        if (body != null && !body.isEmpty()) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(Method.valueOf(method), path).statusCode();
    }
}
