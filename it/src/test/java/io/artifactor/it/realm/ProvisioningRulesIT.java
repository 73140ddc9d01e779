package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How SCIM is spoken, and by whom. */
class ProvisioningRulesIT extends Telling {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /Users        | [1]                              | 400 | invalidSyntax",
                "POST   | /Users        | {                                | 400 | invalidSyntax",
                "POST   | /Users        | {}                               | 400 | invalidValue",
                "POST   | /Users        | {\"userName\":\"a\"}             | 400 | invalidValue",
                "POST   | /Users        | {\"userName\":7}                 | 400 | invalidValue",
                "GET    | /Users?filter=userName%20co%20%22a%22  |          | 400 | invalidFilter",
                "GET    | /Users?filter=userName%20eq            |          | 400 | invalidFilter",
                "GET    | /Users?count=many |                              | 400 | invalidValue",
                "PATCH  | /Users/x      | {\"Operations\":[]}              | 404 |",
                "GET    | /Users/x      |                                  | 404 |",
                "GET    | /Users/x/y    |                                  | 404 |",
                "GET    | /Nothing      |                                  | 404 |",
                "DELETE | /Users        |                                  | 405 |",
                "POST   | /ServiceProviderConfig | {}                      | 405 |",
                "POST   | /Bulk         | {}                               | 501 |",
                "GET    | /Me           |                                  | 501 |",
            })
    void whatIsWrongIsSaidInTheWordsOfTheStandard(
            String method, String path, @Nullable String body, int status, @Nullable String type) {
        var request = provider().request().urlEncodingEnabled(false);
        if (body != null) {
            request.body(body);
        }
        request.request(method, path)
                .then()
                .statusCode(status)
                .contentType(startsWith(Provider.TYPE))
                .body("schemas", hasItem("urn:ietf:params:scim:api:messages:2.0:Error"))
                .body("status", equalTo(String.valueOf(status)))
                .body("scimType", equalTo(type));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        provider()
                .request()
                .contentType("text/plain")
                .body("userName")
                .post("/Users")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ServiceProviderConfig", "Schemas", "ResourceTypes"})
    void theServerSaysWhatItCan(String document) {
        provider()
                .request()
                .get("/" + document)
                .then()
                .statusCode(200)
                .contentType(startsWith(Provider.TYPE));
        provider()
                .request()
                .get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                .then()
                .statusCode(200)
                .body("meta.location", containsString("/scim/v2/Schemas/urn:"));
    }

    @Test
    void onlyTheTokenOfAnAdministratorMadeForItIsTaken() {
        TestingUser administrator = newUser(Set.of("admin", "user"));
        TestingUser user = newUser();
        String made = token(administrator, "scim");

        assertThat(statusOfUsers(made)).isEqualTo(200);
        assertThat(statusOfUsers(administrator.token())).isEqualTo(403);
        assertThat(statusOfUsers(token(administrator, "read", "write", "admin"))).isEqualTo(403);
        assertThat(statusOfUsers("art_nothing")).isEqualTo(401);
        given().baseUri(RunningServer.stack().url())
                .get("/scim/v2/Users")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
        as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "x", "scopes", List.of("scim")))
                .post("/auth/tokens")
                .then()
                .statusCode(403);
        // It opens nothing else.
        assertThat(statusOfMe(made)).isEqualTo(403);

        as(administrator())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("roles", List.of("user")))
                .patch("/users/" + account(administrator.username()).get("id"))
                .then()
                .statusCode(200);
        await().atMost(OUT).until(() -> statusOfUsers(made) == 403);
    }

    @Test
    void aStaleTagIsRefused() {
        String id = provider().joined(Provider.newName());
        String tag = provider().request().get("/Users/" + id).header("ETag");
        provider()
                .request()
                .header("If-None-Match", tag)
                .get("/Users/" + id)
                .then()
                .statusCode(304);
        provider().setActive(id, false).then().statusCode(200).header("ETag", not(equalTo(tag)));

        provider()
                .request()
                .header("If-Match", tag)
                .delete("/Users/" + id)
                .then()
                .statusCode(412)
                .body("status", equalTo("412"));
        provider().request().get("/Users/" + id).then().statusCode(200);
    }

    @Test
    void listsAreReadPieceByPiece() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            told.add(provider().joined(Provider.newName()));
        }
        List<String> read = new ArrayList<>();
        int total = provider().request().queryParam("count", 0).get("/Users").path("totalResults");
        for (int start = 1; start <= total; start += 2) {
            read.addAll(
                    provider()
                            .request()
                            .queryParam("startIndex", start)
                            .queryParam("count", 2)
                            .get("/Users")
                            .path("Resources.id"));
        }

        assertThat(read).containsAll(told).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheAttributesAskedForAreShown() {
        String id = provider().joined(Provider.newName());

        Map<String, Object> shown =
                provider()
                        .request()
                        .queryParam("attributes", "userName")
                        .get("/Users/" + id)
                        .path("$");
        Map<String, Object> others =
                provider()
                        .request()
                        .queryParam("excludedAttributes", "userName,emails")
                        .get("/Users/" + id)
                        .path("$");

        assertThat(shown).containsOnlyKeys("schemas", "id", "userName", "meta");
        assertThat(others).containsKeys("id", "name").doesNotContainKeys("userName", "emails");
    }

    private static int statusOfUsers(String token) {
        return new Provider(RunningServer.stack().url(), token)
                .request()
                .get("/Users")
                .statusCode();
    }

    @Test
    void whatWasToldStandsInTheLog() {
        String id = provider().joined(Provider.newName());
        provider().setActive(id, false).then().statusCode(200);

        List<String> actions =
                as(administrator())
                        .queryParam("limit", 100)
                        .get("/audit")
                        .path("items.findAll { it.detail?.scim == '%s' }.action".formatted(id));

        assertThat(actions).contains("scim-user-created", "scim-user-changed");
    }
}
