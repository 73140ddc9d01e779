package io.artifactor.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.TestingUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the server decides cannot be sent along: every write with a JSON body, generated from the
 * description, with every field of its answer that is none of its body's, and with those that
 * people try. Each is refused by name, and nothing changes.
 */
class MassAssignmentIT extends Casting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Calls CALLS = new Calls();

    /** What servers own elsewhere, and how a table might call it. */
    private static final List<String> TRIED =
            List.of(
                    "id",
                    "ownerId",
                    "owner_id",
                    "userId",
                    "user_id",
                    "workspaceId",
                    "workspace_id",
                    "createdAt",
                    "updatedAt",
                    "deletedAt",
                    "purgeAt",
                    "revision",
                    "versionCount",
                    "headId",
                    "sha256",
                    "size",
                    "source",
                    "role",
                    "roles",
                    "admin",
                    "active",
                    "personal",
                    "visibility",
                    "readingScope",
                    "reading_scope",
                    "scopes",
                    "password",
                    "passwordHash",
                    "password_hash",
                    "mustChangePassword",
                    "tokenHash",
                    "grantedBy",
                    "invitedBy",
                    "integrity",
                    "__proto__");

    private static final int CONNECTIONS = 4;

    private static Optional<Cast> us = Optional.empty();

    /** What came of a request with a field that is none of its body's. */
    private record Tried(String field, HttpResponse<byte[]> answer) {}

    @BeforeAll
    static void meet() {
        us = Optional.of(cast());
    }

    static List<String> writes() {
        List<String> writes =
                operations((operation, described) -> !bodyOf(described).isMissingNode());
        assertThat(writes).hasSizeGreaterThan(35);
        return writes;
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatTheServerOwnsIsRefused(String operation)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Cast cast = us.orElseThrow();
        Cast.Person person = person(operation, cast);
        Things things = new Things(cast);
        things.askedBy(Optional.of(person));
        Call valid = CALLS.make(operation, things);
        things.write();
        List<String> ids = new ArrayList<>(valid.places());
        ids.addAll(List.of(cast.owner(), cast.guest(), cast.workspace()));
        Map<String, String> before = Snapshot.of(ids);

        for (Tried tried : tryAll(valid, serverOwned(operation), cast, person)) {
            assertThat(tried.answer().statusCode()).as(tried.field()).isEqualTo(400);
            assertThat(JSON.readTree(tried.answer().body()).path("errors").toString())
                    .as(tried.field())
                    .contains(tried.field());
        }

        assertThat(Snapshot.of(ids)).isEqualTo(before);
        HttpResponse<byte[]> answer = valid.send(person.token());
        assertThat(valid.isWell(answer.statusCode())).as("without them").isTrue();
    }

    /** Several at once: they are many, and each changes nothing for the others. */
    private static List<Tried> tryAll(Call valid, Set<String> fields, Cast cast, Cast.Person person)
            throws InterruptedException, ExecutionException {
        List<Future<Tried>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (String field : fields) {
                Map<String, Object> body = new LinkedHashMap<>(valid.json());
                body.put(field, value(field, cast));
                Call call = valid.instead(body);
                asked.add(threads.submit(() -> new Tried(field, call.send(person.token()))));
            }
        }
        List<Tried> tried = new ArrayList<>();
        for (Future<Tried> each : asked) {
            tried.add(each.get());
        }
        return tried;
    }

    /** What ends a sign-in would keep the others of these from being asked. */
    private static Cast.Person person(String operation, Cast cast) throws IOException {
        if (!SignInCalls.ENDING.contains(operation)) {
            return cast.person(whoMay(operation));
        }
        TestingUser leaving = newUser();
        return new Cast.Person(leaving, idOf(leaving), Optional.of(leaving.token()));
    }

    /** Something of the right kind, which would do harm if it were taken. */
    private static Object value(String field, Cast cast) {
        return switch (field) {
            case "roles", "scopes" -> List.of("admin");
            case "role" -> "owner";
            case "revision", "versionCount", "size" -> 77;
            case "admin", "active", "personal", "mustChangePassword" -> true;
            case "createdAt", "updatedAt", "deletedAt", "purgeAt" -> "2001-01-01T00:00:00Z";
            case "sha256" -> "0".repeat(64);
            default -> cast.guest();
        };
    }

    private static Set<String> serverOwned(String operation) {
        JsonNode described = Optional.ofNullable(operations().get(operation)).orElseThrow();
        Set<String> fields = new LinkedHashSet<>(TRIED);
        for (JsonNode answer : described.path("responses")) {
            resolved(answer.at("/content/application~1json/schema"))
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(fields::add);
        }
        resolved(bodyOf(described))
                .path("properties")
                .fieldNames()
                .forEachRemaining(fields::remove);
        return fields;
    }

    private static JsonNode bodyOf(JsonNode operation) {
        return operation.at("/requestBody/content/application~1json/schema");
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? described().document().at(schema.path("$ref").asText().substring(1))
                : schema;
    }
}
