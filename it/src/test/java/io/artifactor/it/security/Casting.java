package io.artifactor.it.security;

import io.artifactor.it.TestingUser;
import io.artifactor.it.workspace.Places;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Brings people together over HTTP, as they would come themselves. */
abstract class Casting extends Places {

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
        return new Cast(people, guest, idOf(guest), workspace, template(owner, workspace), search);
    }

    /** New people who have nothing in common. */
    static Map<Caller, Cast.Person> people() {
        Map<Caller, Cast.Person> people = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            if (caller != Caller.ANONYMOUS && caller != Caller.READ_TOKEN) {
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

    private static String template(TestingUser owner, String workspace) {
        String id = artifact(owner, workspace, "Template");
        as(owner)
                .header("If-Match", "*")
                .contentType(ContentType.BINARY)
                .body("the second version".getBytes(StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(200);
        send(owner, "/artifacts/" + id + "/branches", Map.of("name", "experiment"))
                .then()
                .statusCode(201);
        return id;
    }
}
