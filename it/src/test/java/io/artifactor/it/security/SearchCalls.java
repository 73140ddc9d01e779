package io.artifactor.it.security;

import java.util.Map;
import java.util.UUID;

/** Searches, and those that are kept. */
final class SearchCalls {

    private SearchCalls() {}

    static void in(Calls calls) {
        calls.add("GET /search", (call, its) -> call.query("q", "template"));
        calls.add("POST /search/advanced", (call, its) -> call.json(Map.of("text", "template")));
        calls.add("GET /search/suggestions", (call, its) -> call.query("q", "te"));
        calls.addPlain("GET /searches");
        calls.add(
                "POST /searches",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "name", UUID.randomUUID().toString(),
                                        "query", Map.of("text", "template"))));
        calls.add("GET /searches/{id}", (call, its) -> call.at(its.search()));
        calls.add("GET /searches/{id}/results", (call, its) -> call.at(its.search()));
        calls.add(
                "PATCH /searches/{id}",
                (call, its) ->
                        call.at(its.search())
                                .anyTag()
                                .json(Map.of("name", UUID.randomUUID().toString())));
        calls.add("DELETE /searches/{id}", (call, its) -> call.at(its.search()).anyTag());
        calls.add("GET /retention/preview", (call, its) -> call.query("olderThan", "P1D"));
    }
}
