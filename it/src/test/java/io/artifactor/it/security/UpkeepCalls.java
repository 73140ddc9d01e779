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
        retention(calls);
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

    private static void retention(Calls calls) {
        calls.addPlain("GET /retention-rules");
        calls.add("POST /retention-rules", (call, its) -> call.json(rule(its.cast().workspace())));
        calls.add("GET /retention-rules/{id}", (call, its) -> call.at(its.retentionRule()));
        calls.add(
                "PUT /retention-rules/{id}",
                (call, its) ->
                        call.at(its.retentionRule()).anyTag().json(rule(its.cast().workspace())));
        calls.add(
                "DELETE /retention-rules/{id}",
                (call, its) -> call.at(its.retentionRule()).anyTag());
        calls.add("GET /retention-rules/{id}/preview", (call, its) -> call.at(its.retentionRule()));
        calls.add("POST /retention-rules/{id}/run", (call, its) -> call.at(its.retentionRule()));
        calls.add("GET /retention-runs/{id}/items", (call, its) -> call.at(its.retentionRun()));
    }

    private static Map<String, Object> rule(String workspace) {
        return Map.of(
                "workspaceId", workspace, "name", "Old", "afterDays", 36_500, "action", "trash");
    }
}
