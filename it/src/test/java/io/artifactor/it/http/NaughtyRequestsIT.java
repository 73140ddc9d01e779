package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the answer is a problem document that names what was wrong, never a failure.
 */
class NaughtyRequestsIT extends ServerTest {

    private static final List<String> LISTS =
            List.of("/artifacts", "/conversations", "/imports", "/search");

    private static final List<String> PARAMETERS =
            List.of(
                    "size",
                    "page",
                    "fields",
                    "cursor",
                    "q",
                    "kind",
                    "language",
                    "source",
                    "from",
                    "to",
                    "sort",
                    "type",
                    "total");

    private static TestingUser user;

    @BeforeAll
    static void signIn() {
        user = newUser();
    }

    static List<String> lists() {
        return LISTS;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void parametersOfListsNeverFail(String list) {
        for (String parameter : PARAMETERS) {
            for (String value : NaughtyTexts.ALL) {
                Response answer = as(user).queryParam(parameter, value).get(list);
                mustBeClear(answer, list + "?" + parameter + "=" + value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/artifacts/{id}",
                "/artifacts/{id}/content",
                "/artifacts/{id}/versions",
                "/conversations/{id}/messages",
                "/imports/{id}/items",
                "/artifacts/01a1fd2b-f4c7-7816-bc4b-e862090bbf42/versions/{id}"
            })
    void madeUpIdsAreNotFoundOrNamed(String path) {
        for (String value : List.of("x", "1", "null", "01a1fd2b-f4c7-7816-bc4b-e862090bbf42")) {
            Response answer = as(user).urlEncodingEnabled(false).get(path.replace("{id}", value));
            assertThat(answer.statusCode()).as(path + value).isIn(400, 404);
            mustBeClear(answer, path + " with " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"title\": 5}",
                "{\"title\": null}",
                "{\"title\": [\"a\"]}",
                "{\"title\": {\"a\": 1}}",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{\"title\": \"a\", \"size\": 5}",
                "{\"title\": \"a\", \"kind\": \"nothing\"}",
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"\\ud800\"}",
                "{\"title\": \"a\"} trailing",
                "{\"title\": \"\"}"
            })
    void bodiesOfTheWrongShapeAreRefused(String body) {
        Response answer =
                as(user).contentType("application/json")
                        .body(body.getBytes(UTF_8))
                        .post("/artifacts");
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        mustBeClear(answer, body);
    }

    @Test
    void unknownFieldIsNamed() {
        Response answer =
                as(user).contentType("application/json")
                        .body("{\"title\": \"a\", \"titel\": \"b\"}")
                        .post("/artifacts");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("titel");
    }

    @Test
    void deeplyNestedBodyIsRefused() {
        String body = "{\"title\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Response answer = as(user).contentType("application/json").body(body).post("/artifacts");
        assertThat(answer.statusCode()).isEqualTo(400);
        mustBeClear(answer, "nesting");
    }

    @Test
    void notUtf8IsRefused() {
        byte[] body = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
        Response answer = as(user).contentType("application/json").body(body).post("/artifacts");
        assertThat(answer.statusCode()).isEqualTo(400);
        mustBeClear(answer, "not UTF-8");
    }

    @Test
    void randomTitlesAreKeptOrRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder title = new StringBuilder();
            random.ints(1 + random.nextInt(40), 0, 0x11000)
                    .filter(Character::isDefined)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .forEach(title::appendCodePoint);
            Response answer =
                    as(user).contentType("application/json; charset=UTF-8")
                            .body(Map.of("title", title.toString()))
                            .post("/artifacts");
            assertThat(answer.statusCode()).as("title %s", title).isIn(201, 400);
            mustBeClear(answer, title.toString());
        }
    }

    @Test
    void headersOfTheWrongShapeNeverFail() {
        for (String value :
                List.of("*", "\"", "W/\"1\"", "\"999999999999999999999\"", "abc", "bytes=9-1")) {
            for (String header :
                    List.of(
                            "If-Match",
                            "If-None-Match",
                            "Range",
                            "If-Range",
                            "Accept",
                            "X-Request-Id")) {
                RequestSpecification request = as(user).header(header, value);
                mustBeClear(request.get("/artifacts"), header + ": " + value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/artifacts?size=5&size=6",
                "/artifacts?tag=a&sort=title&sort=title",
                "/search?q=a&q=b",
                "/search/suggestions?q=a&q=b",
                "/activity?size=1&size=1",
                "/conversations?cursor=&cursor="
            })
    void aParameterThatTakesOneValueIsNotGivenTwice(String path) {
        Response answer = as(user).urlEncodingEnabled(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        mustBeClear(answer, path);
        assertThat(answer.jsonPath().getString("detail")).contains("more than once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/artifacts?tag=a&tag=b",
                "/search?q=a&kind=code&kind=data",
                "/tags?x=1&x=2"
            })
    void listsAndWhatNobodyReadsMayBe(String path) {
        assertThat(as(user).urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        for (String weight : List.of("abc", "", "NaN", "2", "-1", "0x1p-1")) {
            Response answer = as(user).header("Accept", "text/x;q=" + weight).get("/artifacts");
            assertThat(answer.statusCode()).as(weight).isEqualTo(400);
            mustBeClear(answer, weight);
        }
        as(user).header("Accept", "*/*; q=.2").get("/artifacts").then().statusCode(200);
    }

    private static void mustBeClear(Response answer, String what) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.header("X-Request-Id")).as(what).isNotBlank();
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("detail")).as(what).isNotBlank();
            assertThat(answer.asString())
                    .as(what)
                    .doesNotContain("\tat ", "Exception", "io.artifactor");
        }
    }
}
