package io.artifactor.it.artifact;

import static io.restassured.RestAssured.given;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** What tests of share links say again and again. */
abstract class Sharing extends Library {

    static final String PASSWORD = "open sesame";

    /** A link as it was handed out. */
    record Link(String id, String secret) {}

    static Response share(TestingUser user, String artifact, Map<String, ?> link) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "For a guest"));
        body.putAll(link);
        return as(user).contentType(ContentType.JSON)
                .body(body)
                .post("/artifacts/{id}/share-links", artifact);
    }

    static Link link(TestingUser user, String artifact, Map<String, ?> link) {
        Response made = share(user, artifact, link);
        made.then().statusCode(201);
        return new Link(made.path("id"), made.path("secret"));
    }

    static Link link(TestingUser user, String artifact) {
        return link(user, artifact, Map.of());
    }

    static Response change(TestingUser user, Link link, Map<String, ?> change) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(change)
                .patch("/share-links/{id}", link.id());
    }

    static void revoke(TestingUser user, Link link) {
        as(user).header("If-Match", "*")
                .delete("/share-links/{id}", link.id())
                .then()
                .statusCode(204);
    }

    static Response look(Link link) {
        return anonymous().get("/share/{secret}", link.secret());
    }

    static Response download(Link link) {
        return anonymous().get("/share/{secret}/content", link.secret());
    }

    static Response unlock(RequestSpecification guest, Link link, String password) {
        return guest.contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post("/share/{secret}/unlock", link.secret());
    }

    static String ticket(Link link, String password) {
        return unlock(anonymous(), link, password).then().statusCode(200).extract().path("ticket");
    }

    /** Outside of the interface. */
    static Response page(String path) {
        return given().baseUri(RunningServer.stack().url()).get(path);
    }
}
