package io.artifactor.it.security;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What keeps a workspace in order: folders, categories, tags, its trash and conversations. */
final class ShelfCalls {

    private ShelfCalls() {}

    static void in(Calls calls) {
        kind(calls, "/folders", Things::folder);
        calls.add(
                "POST /folders",
                (call, its) ->
                        call.json(Map.of("name", name(), "workspaceId", its.cast().workspace())));
        kind(calls, "/categories", Things::category);
        calls.add(
                "POST /categories",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "name", name(),
                                        "colour", "#d97706",
                                        "workspaceId", its.cast().workspace())));
        kind(calls, "/tags", Things::tag);
        calls.add(
                "POST /tags/{id}/merge",
                (call, its) -> call.at(its.tag()).anyTag().json(Map.of("into", its.tag())));
        trash(calls);
        conversations(calls);
    }

    private static void kind(Calls calls, String path, Function<Things, String> made) {
        calls.add("GET " + path, (call, its) -> call.query("workspace", its.cast().workspace()));
        calls.add("GET " + path + "/{id}", (call, its) -> call.at(made.apply(its)));
        calls.add(
                "PATCH " + path + "/{id}",
                (call, its) -> call.at(made.apply(its)).anyTag().json(Map.of("name", name())));
        calls.add("DELETE " + path + "/{id}", (call, its) -> call.at(made.apply(its)).anyTag());
    }

    private static void trash(Calls calls) {
        calls.addPlain("GET /trash", "DELETE /trash");
        calls.add("GET /trash/{id}", (call, its) -> call.at(its.trash()));
        calls.add("POST /trash/{id}/restore", (call, its) -> call.at(its.trash()).anyTag());
        calls.add("DELETE /trash/{id}", (call, its) -> call.at(its.trash()).anyTag());
    }

    private static void conversations(Calls calls) {
        calls.addPlain("GET /conversations");
        calls.add("GET /conversations/{id}", (call, its) -> call.at(its.conversation()));
        calls.add("GET /conversations/{id}/artifacts", (call, its) -> call.at(its.conversation()));
        calls.add("GET /conversations/{id}/messages", (call, its) -> call.at(its.conversation()));
        calls.add("DELETE /conversations/{id}", (call, its) -> call.at(its.conversation()));
    }

    private static String name() {
        return UUID.randomUUID().toString();
    }
}
