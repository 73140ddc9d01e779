package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stage of tests of what a provider tells of its people. */
abstract class Telling extends MappedPlaces {

    /** Within which a leaver is out. */
    static final Duration OUT = Duration.ofSeconds(5);

    private static volatile @Nullable Provider known;

    static Provider provider() {
        Provider provider = known;
        if (provider == null) {
            provider = new Provider(RunningServer.stack().url(), token(administrator(), "scim"));
            known = provider;
        }
        return provider;
    }

    static String token(TestingUser user, String... scopes) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "provider", "scopes", scopes))
                .post("/auth/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    static int statusOfMe(String token) {
        return anonymous().header("Authorization", "Bearer " + token).get("/auth/me").statusCode();
    }

    static Map<String, Object> account(String username) {
        List<Map<String, Object>> found = accountsNamed(username);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    static List<Map<String, Object>> accountsNamed(String username) {
        return accountsWhere("equalsIgnoreCase", username);
    }

    /** Those whose name is so, out of all there are. */
    static List<Map<String, Object>> accountsWhere(String comparison, String text) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = "";
        do {
            var request = as(administrator()).queryParam("limit", 200);
            if (!cursor.isEmpty()) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get("/users");
            found.addAll(
                    page.<List<Map<String, Object>>>path(
                            "items.findAll { it.username.%s('%s') }".formatted(comparison, text)));
            cursor = page.path("next") == null ? "" : page.path("next");
        } while (!cursor.isEmpty());
        return found;
    }
}
