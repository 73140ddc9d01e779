package io.artifactor.it.security;

import java.util.Map;

/** One artifact, and who else may see it. */
final class ArtifactCalls {

    private ArtifactCalls() {}

    static void in(Calls calls) {
        calls.addPlain("GET /artifacts", "GET /artifacts/recent", "GET /artifacts/duplicates");
        calls.add(
                "POST /artifacts",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "title", "New",
                                        "content", "new",
                                        "workspaceId", its.cast().workspace())));
        calls.add("GET /artifacts/{id}", (call, its) -> call.at(its.artifact().id()));
        calls.add(
                "PATCH /artifacts/{id}",
                (call, its) ->
                        call.at(its.artifact().id()).anyTag().json(Map.of("title", "Changed")));
        calls.add("DELETE /artifacts/{id}", (call, its) -> call.at(its.artifact().id()).anyTag());
        content(calls);
        sharing(calls);
    }

    private static void content(Calls calls) {
        calls.add("GET /artifacts/{id}/content", (call, its) -> call.at(its.artifact().id()));
        calls.add("HEAD /artifacts/{id}/content", (call, its) -> call.at(its.artifact().id()));
        calls.add(
                "PUT /artifacts/{id}/content",
                (call, its) ->
                        call.at(its.artifact().id())
                                .anyTag()
                                .body("application/octet-stream", "other content"));
        calls.add(
                "GET /artifacts/{id}/preview",
                (call, its) -> call.at(its.artifact().id()).query("kind", "markdown"));
        calls.add("POST /artifacts/{id}/verify", (call, its) -> call.at(its.artifact().id()));
        calls.add("PUT /artifacts/{id}/favourite", (call, its) -> call.at(its.artifact().id()));
        calls.add("DELETE /artifacts/{id}/favourite", (call, its) -> call.at(its.artifact().id()));
    }

    private static void sharing(Calls calls) {
        calls.add("GET /artifacts/{id}/access", (call, its) -> call.at(its.artifact().id()));
        calls.add("GET /artifacts/{id}/grants", (call, its) -> call.at(its.artifact().id()));
        calls.add(
                "POST /artifacts/{id}/grants",
                (call, its) ->
                        call.at(its.artifact().id())
                                .json(
                                        Map.of(
                                                "username",
                                                its.cast().guestName(),
                                                "role",
                                                "viewer")));
        calls.add(
                "DELETE /artifacts/{id}/grants/{kind}/{grantee}",
                (call, its) -> {
                    String artifact = its.artifact().id();
                    String grantee = its.account();
                    its.grant(artifact, "user", grantee, "viewer");
                    return call.at(artifact, "user", grantee);
                });
        calls.add(
                "PUT /artifacts/{id}/owner",
                (call, its) ->
                        call.at(its.artifact().id())
                                .anyTag()
                                .json(Map.of("userId", its.cast().guest())));
    }
}
