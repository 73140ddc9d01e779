package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.ServerTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the provider told of beforehand comes through it later. */
@ExtendWith(RealmServer.class)
class JoinersIT extends ServerTest {

    /** What the provider calls Emil for ever. */
    private static final String EMIL = "6c0d6f6e-3f5c-4a53-9d5f-0d7a4d1f7e11";

    @Test
    void whoWasToldOfComesToTheirAccountAndIsOutWhenTheyLeave() {
        Provider provider = provider();
        String id =
                provider.tellOf(Provider.somebody("emil.horn", EMIL))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        provider.grouped("joiners", id);
        map("joiners");
        try (Visitor visitor = visitor();
                Visitor again = visitor()) {
            comes(visitor);
            JsonPath me = new JsonPath(visitor.get(url("/api/v1/auth/me")).body());
            assertThat(me.getString("username")).isEqualTo("emil.horn");
            // The token told of no groups; those told of beforehand count all the same.
            assertThat(me.getList("roles", String.class)).contains("auditor");
            provider.request()
                    .get("/Users/" + id)
                    .then()
                    .body("userName", equalTo("emil.horn"))
                    .body("active", equalTo(true));

            provider.setActive(id, false).then().statusCode(200);

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> visitor.get(url("/api/v1/auth/me")).status() == 401);
            assertThat(comes(again).uri().toString()).endsWith("/sign-in/?refused=unauthenticated");
        }
    }

    private static Visitor.Page comes(Visitor visitor) {
        return visitor.send(
                visitor.signIn(url(""), "oidc"),
                Map.of("username", "emil", "password", "emil keeps his books"));
    }

    private static void map(String group) {
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("realm", "oidc", "group", group, "role", "auditor"))
                .post("/group-mappings")
                .then()
                .statusCode(201);
    }

    private static Provider provider() {
        String token =
                as(administrator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "provider", "scopes", List.of("scim")))
                        .post("/auth/tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("token");
        return new Provider(RealmServer.stage().url(), token);
    }

    private static Visitor visitor() {
        return new Visitor(RealmServer.stage().keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
