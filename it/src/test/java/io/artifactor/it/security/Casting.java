package io.artifactor.it.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import io.artifactor.it.workspace.Places;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Brings people together over HTTP, as they would come themselves. */
abstract class Casting extends Places {

    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final List<Caller> MEMBERS = List.of(Caller.VIEWER, Caller.EDITOR, Caller.ADMIN);

    /** New people, and a workspace of theirs. */
    static Cast cast() {
        Map<Caller, Cast.Person> people = people();
        TestingUser owner = user(people, Caller.OWNER);
        TestingUser guest = newUser();
        String workspace = workspace(owner, "Shared by " + owner.username());
        MEMBERS.forEach(it -> join(owner, workspace, user(people, it), roleOf(it)));
        join(owner, workspace, guest, "viewer");
        String search =
                send(owner, "/searches", Map.of("name", "Kept", "query", Map.of("text", "kept")))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String template = template(owner, workspace);
        return new Cast(
                people, guest, idOf(guest), workspace, template, search, link(owner, template));
    }

    /** New people who have nothing in common. */
    static Map<Caller, Cast.Person> people() {
        Map<Caller, Cast.Person> people = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            if (caller.isPerson()) {
                TestingUser user = newUser(caller.roles());
                people.put(caller, new Cast.Person(user, idOf(user), Optional.of(user.token())));
            }
        }
        TestingUser owner = user(people, Caller.OWNER);
        people.put(
                Caller.READ_TOKEN, new Cast.Person(owner, idOf(owner), Optional.of(token(owner))));
        return people;
    }

    private static TestingUser user(Map<Caller, Cast.Person> people, Caller caller) {
        return Optional.ofNullable(people.get(caller)).orElseThrow().user();
    }

    static String roleOf(Caller member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    private static String token(TestingUser owner) {
        return send(owner, "/auth/tokens", Map.of("name", "for reading", "scopes", List.of("read")))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static Cast.Link link(TestingUser owner, String artifact) {
        Response made =
                send(
                        owner,
                        "/artifacts/" + artifact + "/share-links",
                        Map.of("name", "For guests", "password", Cast.LINK_PASSWORD));
        made.then().statusCode(201);
        return new Cast.Link(made.path("id"), made.path("secret"));
    }

    private static String template(TestingUser owner, String workspace) {
        String id =
                send(
                                owner,
                                "/artifacts",
                                Map.of(
                                        "title", "Template",
                                        "fileName", "template.md",
                                        "content", "# The first version",
                                        "workspaceId", workspace))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as(owner)
                .header("If-Match", "*")
                .contentType(ContentType.BINARY)
                .body("# The second version".getBytes(StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(200);
        send(owner, "/artifacts/" + id + "/branches", Map.of("name", "experiment"))
                .then()
                .statusCode(201);
        return id;
    }

    /** Every operation of the description, as {@code METHOD /path}, with what is said of it. */
    static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : described().document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.put(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            method.getValue());
                }
            }
        }
        return operations;
    }

    /** The names of those that are so. */
    static List<String> operations(BiPredicate<String, JsonNode> which) {
        return operations().entrySet().stream()
                .filter(it -> which.test(it.getKey(), it.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The owner, unless it takes an administrator. */
    static Caller whoMay(String operation) throws IOException {
        return Authorisation.read().expected(operation, Caller.OWNER).equals(Authorisation.YES)
                ? Caller.OWNER
                : Caller.ADMINISTRATOR;
    }
}
