package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesIT extends Shelves {

    private final TestingUser user = newUser();

    private String having(String title, Map<String, ?> properties) {
        return added(user, title, Map.of("properties", properties));
    }

    @Test
    void propertiesComeBackAsTheyWere() {
        String id =
                having("One", Map.of("project", "Ada", "stars", 5, "ratio", 0.25, "done", true));

        get(user, id)
                .then()
                .body("properties.project", equalTo("Ada"))
                .body("properties.stars", equalTo(5))
                .body("properties.ratio", equalTo(0.25f))
                .body("properties.done", equalTo(true));
        get(user, added(user, "Two", Map.of())).then().body("properties", anEmptyMap());
    }

    @Test
    void aPatchReplacesAllProperties() {
        String id = having("One", Map.of("a", 1, "b", "x"));
        String tag = get(user, id).header("ETag");

        patch(user, id, tag, Map.of("properties", Map.of("b", "x", "a", 1)))
                .then()
                .header("ETag", tag);
        patch(user, id, tag, Map.of("properties", Map.of("c", 1)))
                .then()
                .body("properties", equalTo(Map.of("c", 1)));
        patch(user, id, "*", Map.of("title", "T"))
                .then()
                .body("properties", equalTo(Map.of("c", 1)));
        patch(user, id, "*", Map.of("properties", Map.of()))
                .then()
                .body("properties", anEmptyMap());
    }

    @Test
    void listsAreFilteredByProperties() {
        having("Text", Map.of("v", "5", "w", "100% 'x'"));
        having("Number", Map.of("v", 5, "done", true));
        having("Flag", Map.of("v", "true", "done", false));

        assertThat(titles(user, Map.of("property.v", "5"))).containsExactly("Number", "Text");
        assertThat(titles(user, Map.of("property.v", "5", "property.done", "true")))
                .containsExactly("Number");
        assertThat(titles(user, Map.of("property.w", "100% 'x'"))).containsExactly("Text");
        assertThat(titles(user, Map.of("property.v", "true"))).containsExactly("Flag");
        assertThat(titles(user, Map.of("property.v", ""))).isEmpty();
        assertThat(titles(user, Map.of("property.v", "\"}"))).isEmpty();
        list(user, Map.of("property.v", "5", "total", true)).then().body("total", equalTo(2));
    }

    @Test
    void aCursorIsGoodForItsOwnPropertiesOnly() {
        having("One", Map.of("v", 1));
        having("Two", Map.of("v", 1));
        String cursor = list(user, Map.of("property.v", 1, "size", 1)).path("next");

        list(user, Map.of("property.v", 1, "size", 1, "cursor", cursor))
                .then()
                .body("items.title", contains("One"));
        list(user, Map.of("property.v", 2, "cursor", cursor)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "7",
                "{\"a\":null}",
                "{\"a\":[]}",
                "{\"a\":{}}",
                "{\"\":1}",
                "{\"1a\":1}",
                "{\"a b\":1}",
                "{\"a\\u0000\":1}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":1e999}",
                "{\"a\":99999999999999999999999}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
            })
    void whatIsNoPropertyIsRefused(String json) {
        as(user).contentType(ContentType.JSON)
                .body("{\"title\":\"T\",\"properties\":" + json + "}")
                .post("/artifacts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void tooManyOrTooLargeIsRefused() {
        Map<String, Object> many = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put("k" + i, "v");
        }
        having("Fits", many);
        many.put("one-more", 1);
        post(user, Map.of("title", "T", "properties", many)).then().statusCode(400);
        Map<String, Object> large = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            large.put("k" + i, "ä".repeat(2_000));
        }
        post(user, Map.of("title", "T", "properties", large))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("properties"));
    }

    @ParameterizedTest
    @CsvSource({"property.a b, 1", "property., 1", "'property.a''--', 1"})
    void aNameThatNoPropertyHasIsRefused(String name, String value) {
        list(user, Map.of(name, value))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("property"));
    }

    @Test
    void noNumberThatIsLookedForBreaksTheSearch() {
        having("One", Map.of("v", 1));
        for (String number :
                List.of("1e99", "-0", "1.0", "00", "1e-99", "Infinity", "NaN", "0x1")) {
            list(user, Map.of("property.v", number)).then().statusCode(200);
        }
        assertThat(titles(user, Map.of("property.v", "1.0"))).containsExactly("One");
    }

    @Test
    void filteringCostsTheSameAmongMany() throws Exception {
        having("One", Map.of("v", 1));
        Response few = list(user, Map.of("property.v", 1));
        Rows.multiplyArtifactsOf(user, 500);

        Response many = list(user, Map.of("property.v", 1));
        assertThat(many.<List<?>>path("items")).hasSize(1);
        assertThat(statements(many)).isEqualTo(statements(few)).isLessThanOrEqualTo(1);
    }
}
