package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsIT extends Library {

    private final TestingUser user = newUser();

    @Test
    void anArtifactIsAddedWithItsContentAsVersion1() {
        Response added =
                post(
                        user,
                        Map.of(
                                "title", "Merge sort",
                                "fileName", "merge.py",
                                "content", "print(1)\n"));

        added.then()
                .statusCode(201)
                .header("ETag", equalTo("\"" + added.path("revision") + "\""))
                .header("Location", endsWith("/api/v1/artifacts/" + added.path("id")))
                .body("title", equalTo("Merge sort"))
                .body("kind", equalTo("code"))
                .body("language", equalTo("python"))
                .body("mediaType", equalTo("text/x-python"))
                .body("source", equalTo("api"))
                .body("size", equalTo(9))
                .body(
                        "sha256",
                        equalTo("cc42155088fca5730758db72b2a5bca33112a941dfaa2d43098ec422ce4ea213"))
                .body("branch", equalTo("main"))
                .body("version", equalTo(1))
                .body("versionCount", equalTo(1))
                .body("origin", nullValue());
        Response read = get(user, added.path("id"));
        assertThat(read.asString()).isEqualTo(added.asString());
        assertThat(read.header("ETag")).isEqualTo(added.header("ETag"));
    }

    @Test
    void withoutContentItIsEmpty() {
        post(user, Map.of("title", "Nothing yet"))
                .then()
                .statusCode(201)
                .body("size", equalTo(0))
                .body("version", equalTo(1))
                .body("fileName", equalTo("Nothing yet.txt"));
    }

    @Test
    void aChangeNeedsTheTagThatWasRead() {
        Response added = post(user, Map.of("title", "First", "language", "python"));
        String id = added.path("id");

        as(user).contentType(ContentType.JSON)
                .body(Map.of("title", "Second"))
                .patch("/artifacts/{id}", id)
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("code", equalTo("precondition-required"));
        Response changed =
                patch(
                        user,
                        id,
                        added.header("ETag"),
                        Map.of("title", "Second", "description", "of two", "kind", "data"));
        changed.then()
                .statusCode(200)
                .body("title", equalTo("Second"))
                .body("description", equalTo("of two"))
                .body("kind", equalTo("data"))
                .body("language", equalTo("python"))
                .body("versionCount", equalTo(1));
        assertThat(changed.header("ETag")).isNotEqualTo(added.header("ETag"));
    }

    @Test
    void aChangeOfAnOldRevisionIsShownTheCurrentState() {
        Response added = post(user, Map.of("title", "First"));
        String id = added.path("id");
        Response changed = patch(user, id, added.header("ETag"), Map.of("title", "Second"));

        patch(user, id, added.header("ETag"), Map.of("title", "Lost"))
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"))
                .body("current.id", equalTo(id))
                .body("current.title", equalTo("Second"))
                .body("current.revision", equalTo(changed.path("revision")));
        get(user, id).then().body("title", equalTo("Second"));
    }

    @Test
    void aChangeThatChangesNothingKeepsTheRevision() {
        Response added = post(user, Map.of("title", "Same"));

        Response same =
                patch(user, added.path("id"), added.header("ETag"), Map.of("title", " Same "));

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.asString()).isEqualTo(added.asString());
    }

    @Test
    void anEmptyLanguageTakesItAway() {
        Response added = post(user, Map.of("title", "T", "language", "Python"));

        patch(user, added.path("id"), "*", Map.of("language", ""))
                .then()
                .statusCode(200)
                .body("language", nullValue());
    }

    @Test
    void aDeletedArtifactIsGoneEverywhere() {
        String title = "Gone " + System.nanoTime();
        String id = add(user, title, "content");
        String version = as(user).get("/artifacts/{id}/versions", id).path("items[0].id");

        as(user).header("If-Match", "\"99\"").delete("/artifacts/{id}", id).then().statusCode(412);
        as(user).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(204);

        get(user, id).then().statusCode(404).body("code", equalTo("not-found"));
        list(user, Map.of("q", title)).then().body("items", empty());
        as(user).get("/artifacts/{id}/content", id).then().statusCode(404);
        as(user).get("/artifacts/{id}/versions", id).then().statusCode(404);
        as(user).get("/artifacts/{id}/versions/{v}/content", id, version).then().statusCode(404);
        as(user).get("/artifacts/{id}/branches", id).then().statusCode(404);
        patch(user, id, "*", Map.of("title", "x")).then().statusCode(404);
        replace(user, id, "*", "x").then().statusCode(404);
        as(user).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":7} | title",
                "{\"title\":null} | title",
                "{\"content\":\"x\"} | title",
                "{\"title\":\" \"} | title",
                "{\"title\":\"a\\u0000b\"} | title",
                "{\"title\":\"a\\nb\"} | title",
                "{\"title\":\"a\\ud800\"} | title",
                "{\"title\":\"t\",\"titel\":\"x\"} | titel",
                "{\"title\":\"t\",\"kind\":\"song\"} | kind",
                "{\"title\":\"t\",\"kind\":99999999999999999999} | kind",
                "{\"title\":\"t\",\"language\":\"a b\"} | language",
                "{\"title\":\"t\",\"fileName\":\"../x\"} | fileName",
                "{\"title\":\"t\",\"fileName\":\"a\\u202Etxt.exe\"} | fileName",
                "{\"title\":\"t\",\"mediaType\":\"text\"} | mediaType",
                "{\"title\":\"t\",\"description\":\"\\u0007\"} | description",
                "{\"title\":\"t\",\"content\":\"\\udc00\"} | content",
                "{\"title\":\"t\",\"content\":{}} | content",
                "[] | body",
                "null | body",
            })
    void aBadFieldIsRefusedByName(String body, String field) {
        post(user, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"))
                .body("requestId", notNullValue())
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"title\":\"t\"} x", "", "{\"title\":\"t\",\"title\":\"u\"}", "<a/>"})
    void aBrokenBodyIsNoInternalError(String body) {
        post(user, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"));
    }

    @Test
    void textsThatAreTooLongAreRefusedByName() {
        post(user, Map.of("title", "t".repeat(501)))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("title"));
        post(user, Map.of("title", "t", "description", "d".repeat(20_001)))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("description"));
        post(user, Map.of("title", "t", "fileName", "f".repeat(256)))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("fileName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ω≈ç√∫˜µ≤≥÷",
                "田中さんにあげて下さい",
                "👩🏽‍🚀 (ﾉಥ益ಥ）ﾉ﻿ ┻━┻",
                "'; DROP TABLE artifact; --",
                "<script>alert('x')</script>",
                "${jndi:ldap://127.0.0.1/a} %s %n %d",
                "../../../../etc/passwd",
                "ثم نفس سقطت وبالتحديد",
                "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
                "null",
                "\\\" \\\\ \\'",
            })
    void naughtyTextsComeBackAsTheyWere(String text) {
        String id = add(user, Map.of("title", text, "description", text, "content", text));

        get(user, id).then().body("title", equalTo(text)).body("description", equalTo(text));
        assertThat(as(user).get("/artifacts/{id}/content", id).asString()).isEqualTo(text);
        list(user, Map.of("q", text)).then().statusCode(200).body("items.id", hasItem(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "1-1-1-1-1",
                "0",
                "99999999999999999999",
                "..%2f..%2f",
                "ä",
                "01939d2f-0000-7000-8000-00000000000g",
            })
    void anIdThatIsNoneIsNeverAnInternalError(String id) {
        Response answer = as(user).urlEncodingEnabled(false).get("/artifacts/" + id);

        assertThat(answer.statusCode()).isBetween(400, 404);
    }

    @Test
    void whatIsNotThereIsAProblemWithTheRequestsOwnId() {
        as(user).header("X-Request-Id", "my-own-id")
                .get("/artifacts/{id}", ABSENT)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", "my-own-id")
                .body("type", equalTo("urn:artifactor:problem:not-found"))
                .body("requestId", equalTo("my-own-id"))
                .body("instance", equalTo("/api/v1/artifacts/" + ABSENT))
                .body("detail", containsString(ABSENT));
    }

    @Test
    void methodsAndTypesThatDoNotFitAreProblems() {
        as(user).put("/artifacts")
                .then()
                .statusCode(405)
                .body("code", equalTo("method-not-allowed"));
        as(user).contentType("text/xml")
                .body("<a/>")
                .post("/artifacts")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        as(user).accept("image/png")
                .get("/artifacts")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
    }

    @Test
    void aBadIfMatchIsRefusedByName() {
        String id = add(user, "T", "c");

        patch(user, id, "1", Map.of("title", "x"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("If-Match"));
        patch(user, id, "W/\"1\"", Map.of("title", "x")).then().statusCode(412);
    }
}
