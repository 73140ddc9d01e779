package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ArtifactVersionsIT extends Library {

    private final TestingUser user = newUser();

    private Response versions(String id, Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/artifacts/{id}/versions", id);
    }

    @Test
    void everyChangeOfContentMakesTheNextVersion() {
        String id = add(user, "T", "one");

        replace(user, id, get(user, id).header("ETag"), "two")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("versionCount", equalTo(2))
                .body("size", equalTo(3));

        Response versions = versions(id, Map.of("total", true));
        versions.then()
                .body("items.number", contains(2, 1))
                .body("items[0].parentId", equalTo(versions.path("items[1].id")))
                .body("items[1].parentId", nullValue())
                .body("items.broken", contains(false, false))
                .body("total", equalTo(2));
        assertThat(content(id, versions.path("items[1].id"))).isEqualTo("one");
        assertThat(content(id, versions.path("items[0].id"))).isEqualTo("two");
        assertThat(as(user).get("/artifacts/{id}/content", id).asString()).isEqualTo("two");
    }

    private String content(String id, String version) {
        return as(user).get("/artifacts/{id}/versions/{v}/content", id, version).asString();
    }

    @Test
    void theSameBytesMakeNoVersion() {
        Response added = post(user, Map.of("title", "T", "content", "same"));

        Response replaced = replace(user, added.path("id"), added.header("ETag"), "same");

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.asString()).isEqualTo(added.asString());
    }

    @Test
    void bytesOfAnEarlierVersionMakeANewOne() {
        String id = add(user, "T", "one");
        replace(user, id, "two");
        replace(user, id, "one");

        versions(id, Map.of())
                .then()
                .body("items.number", contains(3, 2, 1))
                .body("items.findAll { it.size == 3 }", hasSize(3));
    }

    @Test
    void contentIsReplacedOnlyByWhoHasSeenTheLast() {
        Response added = post(user, Map.of("title", "T", "content", "one"));
        String id = added.path("id");
        as(user).body("two".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(428);
        replace(user, id, added.header("ETag"), "two").then().statusCode(200);

        replace(user, id, added.header("ETag"), "three")
                .then()
                .statusCode(412)
                .body("current.version", equalTo(2));
        versions(id, Map.of()).then().body("items", hasSize(2));
    }

    @Test
    void ofManyAtOnceExactlyOneReplacesTheContent() throws Exception {
        Response added = post(user, Map.of("title", "T", "content", "start"));
        String id = added.path("id");
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String content = "by writer " + i;
            writers.add(() -> replace(user, id, added.header("ETag"), content).statusCode());
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> status : threads.invokeAll(writers)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        versions(id, Map.of()).then().body("items.number", contains(2, 1));
    }

    @Test
    void ofManyAtOnceThatDoNotMindEachMakesAVersion() throws Exception {
        String id = add(user, "T", "start");
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String content = "by writer " + i;
            writers.add(() -> replace(user, id, "*", content).statusCode());
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> status : threads.invokeAll(writers)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }

        versions(id, Map.of()).then().body("items.number", contains(7, 6, 5, 4, 3, 2, 1));
    }

    @Test
    void versionsComePageByPage() {
        String id = add(user, "T", "1");
        replace(user, id, "2");
        replace(user, id, "3");

        Response first = versions(id, Map.of("size", 2));
        first.then().body("items.number", contains(3, 2));
        versions(id, Map.of("size", 2, "cursor", first.<String>path("next")))
                .then()
                .body("items.number", contains(1))
                .body("next", nullValue());
        String other = add(user, "Other", "1");
        versions(other, Map.of("size", 2, "cursor", first.<String>path("next")))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cursor"));
    }

    @Test
    void branchesAreListedWithTheirNewestVersion() throws Exception {
        String id = add(user, "T", "1");
        replace(user, id, "2");
        Rows.execute(
                """
                insert into artifact_version (id, artifact_id, branch, number, parent_id, sha256,
                        size, title, media_type, author_id, created_at, problem)
                    select gen_random_uuid(), artifact_id, 'aside', 1, id, sha256, size, title,
                        media_type, author_id, created_at, 'The text to replace was not there.'
                    from artifact_version where artifact_id = ?::uuid and number = 1
                """,
                id);

        as(user).get("/artifacts/{id}/branches", id)
                .then()
                .statusCode(200)
                .body("items.name", contains("aside", "main"))
                .body("items.current", contains(false, true))
                .body("items.versions", contains(1, 2))
                .body("items.head.number", contains(1, 2))
                .body("items[0].head.broken", equalTo(true))
                .body("items[0].head.problem", equalTo("The text to replace was not there."));
        versions(id, Map.of("branch", "aside")).then().body("items.branch", contains("aside"));
        Response first = versions(id, Map.of("size", 1));
        first.then().body("items.branch", contains("aside"));
        versions(id, Map.of("size", 1, "cursor", first.<String>path("next")))
                .then()
                .body("items.branch", contains("main"))
                .body("items.number", contains(2));
    }

    @Test
    void aVersionIsFoundBelowItsOwnArtifactOnly() {
        String id = add(user, "T", "mine");
        String other = add(user, "Other", "other");
        String version = versions(id, Map.of()).path("items[0].id");

        as(user).get("/artifacts/{id}/versions/{v}", id, version).then().statusCode(200);
        as(user).get("/artifacts/{id}/versions/{v}", other, version).then().statusCode(404);
        as(user).get("/artifacts/{id}/versions/{v}/content", other, version).then().statusCode(404);
        as(user).head("/artifacts/{id}/versions/{v}/content", other, version)
                .then()
                .statusCode(404);
        as(user).get("/artifacts/{id}/versions/{v}", ABSENT, version).then().statusCode(404);
        as(user).get("/artifacts/{id}/versions/{v}", id, ABSENT).then().statusCode(404);
        as(user).get("/artifacts/{id}/versions/{v}", id, "zzz").then().statusCode(400);
    }
}
