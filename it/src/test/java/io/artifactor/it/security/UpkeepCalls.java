package io.artifactor.it.security;

import java.util.Map;

/** What keeps the server running. */
final class UpkeepCalls {

    private UpkeepCalls() {}

    static void in(Calls calls) {
        calls.addPlain(
                "GET /health",
                "GET /health/detailed",
                "GET /admin/outbox",
                "GET /admin/outbox/parked",
                "GET /admin/signing-keys",
                "POST /admin/signing-keys",
                "POST /admin/purge",
                "POST /admin/verify");
        holds(calls);
        calls.add("DELETE /admin/outbox/{id}", (call, its) -> call.at(its.parkedRow()));
        calls.add("POST /admin/outbox/{id}/retry", (call, its) -> call.at(its.parkedRow()));
        calls.add(
                "POST /admin/search/documents/{id}/reindex",
                (call, its) -> call.at(its.artifact().id()));
        calls.add(
                "GET /admin/search/drift",
                (call, its) -> {
                    its.searchJob("drift");
                    return call;
                });
        calls.add("POST /admin/search/drift", (call, its) -> call.mayConflict());
        calls.add("GET /admin/search/drift/{id}", (call, its) -> call.at(its.searchJob("drift")));
        calls.add("POST /admin/search/reindex", (call, its) -> call.mayConflict());
        calls.add(
                "GET /admin/search/reindex/{id}", (call, its) -> call.at(its.searchJob("reindex")));
        calls.add(
                "POST /admin/search/reindex/{id}/stop",
                (call, its) -> call.at(its.searchJob("reindex")).mayConflict());
    }

    private static void holds(Calls calls) {
        calls.addPlain("GET /holds");
        calls.add(
                "POST /holds",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "name",
                                        "Case",
                                        "reason",
                                        "Asked for",
                                        "on",
                                        Map.of("kind", "user", "id", its.account()))));
        calls.add("GET /holds/{id}", (call, its) -> call.at(its.hold()));
        calls.add(
                "DELETE /holds/{id}",
                (call, its) -> call.at(its.hold()).anyTag().query("reason", "closed"));
    }
}
