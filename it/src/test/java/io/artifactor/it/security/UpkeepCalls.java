package io.artifactor.it.security;

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
}
