package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Worlds of users, workspaces, memberships and grants as chance has it: lists, counts, searches,
 * reading and editing one by one all say the same, and it is what a model of the rules says that
 * knows nothing of how they are implemented.
 */
class RandomWorldsIT extends Places {

    private static final Duration REMEMBERED = Duration.ofSeconds(15);
    private static final List<String> ROLES = List.of("owner", "admin", "editor", "viewer");
    private static final int USERS = 4;
    private static final int WORKSPACES = 3;
    private static final int ARTIFACTS_EACH = 4;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final String word = "wombat" + seed;
    private final TestingUser founder = newUser();
    private final Map<TestingUser, String> ids = new HashMap<>();
    private final List<String> workspaces = new ArrayList<>();
    private final Set<String> archived = new HashSet<>();

    /** By artifact. */
    private final Map<String, String> placeOf = new HashMap<>();

    /** By user and workspace. */
    private final Map<String, String> roleIn = new HashMap<>();

    private final List<Grant> grants = new ArrayList<>();

    private record Grant(String artifact, String grantee, boolean edits, boolean isLive) {}

    private void create() throws SQLException {
        for (int i = 0; i < USERS; i++) {
            TestingUser user = newUser();
            ids.put(user, idOf(user));
        }
        for (int i = 0; i < WORKSPACES; i++) {
            String workspace = workspace(founder, "World " + i);
            workspaces.add(workspace);
            for (int j = 0; j < ARTIFACTS_EACH; j++) {
                placeOf.put(artifact(founder, workspace, word), workspace);
            }
        }
        for (String user : ids.values()) {
            for (String workspace : workspaces) {
                if (random.nextInt(3) == 0) {
                    addMember(user, workspace, ROLES.get(random.nextInt(ROLES.size())));
                }
            }
        }
        for (String artifact : placeOf.keySet()) {
            for (String user : ids.values()) {
                maybeGrant(artifact, "user", user);
            }
            for (String workspace : workspaces) {
                maybeGrant(artifact, "workspace", workspace);
            }
        }
        for (String workspace : workspaces) {
            if (random.nextInt(4) == 0) {
                archived.add(workspace);
                change(founder, workspace, Map.of("archived", true)).then().statusCode(200);
            }
        }
    }

    private void addMember(String user, String workspace, String role) throws SQLException {
        roleIn.put(user + workspace, role);
        Rows.execute(
                "insert into membership (workspace_id, user_id, role, since)"
                        + " values (?, ?, ?, now())",
                UUID.fromString(workspace),
                UUID.fromString(user),
                role);
    }

    private void maybeGrant(String artifact, String kind, String grantee) throws SQLException {
        if (random.nextInt(5) != 0) {
            return;
        }
        boolean edits = random.nextBoolean();
        List<String> ends = List.of("null", "now() + interval '1 hour'", "now()");
        String end = ends.get(random.nextInt(ends.size()));
        grants.add(new Grant(artifact, grantee, edits, !end.equals("now()")));
        Rows.execute(
                """
                insert into artifact_grant (artifact_id, grantee_kind, grantee_id, role,
                    granted_by, granted_at, expires_at)
                select id, ?, ?, ?, owner_id, now() - interval '1 day', END
                from artifact where id = ?
                """
                        .replace("END", end),
                kind,
                UUID.fromString(grantee),
                edits ? "editor" : "viewer",
                UUID.fromString(artifact));
    }

    private boolean mayRead(String user, String artifact) {
        return roleIn.containsKey(user + placeOf.get(artifact))
                || grants.stream().anyMatch(it -> isFor(it, user, artifact));
    }

    private boolean mayEdit(String user, String artifact) {
        String place = String.valueOf(placeOf.get(artifact));
        if (archived.contains(place)) {
            return false;
        }
        String role = roleIn.getOrDefault(user + place, "none");
        return Set.of("owner", "admin", "editor").contains(role)
                || grants.stream().anyMatch(it -> it.edits() && isFor(it, user, artifact));
    }

    private boolean isFor(Grant grant, String user, String artifact) {
        return grant.isLive()
                && grant.artifact().equals(artifact)
                && (grant.grantee().equals(user) || roleIn.containsKey(user + grant.grantee()));
    }

    private Set<String> readableBy(String user) {
        Set<String> readable = new HashSet<>();
        placeOf.keySet().stream().filter(it -> mayRead(user, it)).forEach(readable::add);
        return readable;
    }

    @RepeatedTest(4)
    void everyWayOfAskingGivesTheSameAnswer() throws SQLException {
        create();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> found(founder, "search", "q").size() == placeOf.size());

        for (Map.Entry<TestingUser, String> each : ids.entrySet()) {
            TestingUser user = each.getKey();
            Set<String> expected = readableBy(each.getValue());
            String world = "seed " + seed + ", " + user.username();
            await(world)
                    .atMost(REMEMBERED)
                    .untilAsserted(
                            () -> assertThat(found(user, "artifacts", "q")).isEqualTo(expected));
            assertThat(found(user, "search", "q")).as(world).isEqualTo(expected);
            as(user).queryParam("total", true)
                    .get("/artifacts")
                    .then()
                    .body("total", equalTo(expected.size()));
            for (String artifact : placeOf.keySet()) {
                check(user, each.getValue(), artifact);
            }
        }
    }

    private void check(TestingUser user, String id, String artifact) {
        String what = "seed " + seed + ", " + user.username() + " and " + artifact;
        int reading = as(user).get("/artifacts/{id}", artifact).statusCode();
        assertThat(reading).as(what).isEqualTo(mayRead(id, artifact) ? 200 : 404);
        int editing =
                as(user).contentType(ContentType.JSON)
                        .header("If-Match", "*")
                        .body(Map.of("description", "at " + Instant.now()))
                        .patch("/artifacts/{id}", artifact)
                        .statusCode();
        int refused = mayRead(id, artifact) ? 403 : 404;
        assertThat(editing).as(what).isEqualTo(mayEdit(id, artifact) ? 200 : refused);
    }

    private Set<String> found(TestingUser user, String list, String parameter) {
        Response answer =
                as(user).queryParam(parameter, word).queryParam("size", 100).get("/" + list);
        answer.then().statusCode(200);
        return new HashSet<>(answer.jsonPath().<String>getList("items.id"));
    }
}
