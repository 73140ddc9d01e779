package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A provider that tells of its people: a client of SCIM. */
record Provider(String url, String token) {

    static final String TYPE = "application/scim+json";

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    RequestSpecification request() {
        return given().baseUri(url)
                .basePath("/scim/v2")
                .header("Authorization", "Bearer " + token)
                .contentType(TYPE);
    }

    /** Somebody with a name of their own. */
    static Map<String, Object> somebody(String name) {
        return somebody(name, UUID.randomUUID().toString());
    }

    static Map<String, Object> somebody(String name, String externalId) {
        return Map.of(
                "schemas",
                List.of(CORE + "User"),
                "userName",
                name,
                "externalId",
                externalId,
                "name",
                Map.of("givenName", "Ada", "familyName", name),
                "emails",
                List.of(Map.of("value", name + "@acme.example", "type", "work")),
                "title",
                "of no interest here");
    }

    static String newName() {
        return "s-" + UUID.randomUUID();
    }

    Response tellOf(Map<String, ?> user) {
        return request().body(user).post("/Users");
    }

    /** The id of somebody it told of. */
    String joined(String name) {
        return made(tellOf(somebody(name)));
    }

    /** The id of a group of these people. */
    String grouped(String name, String... members) {
        return made(
                request()
                        .body(
                                Map.of(
                                        "schemas",
                                        List.of(CORE + "Group"),
                                        "displayName",
                                        name,
                                        "members",
                                        members(members)))
                        .post("/Groups"));
    }

    static List<Map<String, String>> members(String... ids) {
        return List.of(ids).stream().map(id -> Map.of("value", id)).toList();
    }

    private static String made(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    @SafeVarargs
    final Response patch(String path, Map<String, ?>... operations) {
        return request()
                .body(
                        Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                                "Operations",
                                List.of(operations)))
                .patch(path);
    }

    Response setActive(String id, boolean active) {
        return patch("/Users/" + id, Map.of("op", "replace", "path", "active", "value", active));
    }

    Response find(String kind, String filter) {
        return request().queryParam("filter", filter).get(kind);
    }
}
