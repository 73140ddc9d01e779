package io.artifactor.it.security;

import java.util.Map;

/** The versions and branches of an artifact. */
final class VersionCalls {

    private static final String VERSION = "/artifacts/{id}/versions/{versionId}";

    private VersionCalls() {}

    static void in(Calls calls) {
        calls.add("GET /artifacts/{id}/versions", (call, its) -> call.at(its.artifact().id()));
        calls.add("GET " + VERSION, VersionCalls::first);
        calls.add("GET " + VERSION + "/content", VersionCalls::first);
        calls.add("HEAD " + VERSION + "/content", VersionCalls::first);
        calls.add(
                "GET " + VERSION + "/preview",
                (call, its) -> first(call, its).query("kind", "markdown"));
        calls.add(
                "PATCH " + VERSION,
                (call, its) -> first(call, its).anyTag().json(Map.of("label", "As sent")));
        calls.add("POST " + VERSION + "/restore", (call, its) -> first(call, its).anyTag());
        calls.add(
                "GET /artifacts/{id}/diff",
                (call, its) -> {
                    Things.Artifact artifact = its.artifact();
                    return call.at(artifact.id())
                            .query("from", artifact.first())
                            .query("to", artifact.second());
                });
        calls.add("GET /artifacts/{id}/branches", (call, its) -> call.at(its.artifact().id()));
        calls.add(
                "POST /artifacts/{id}/branches",
                (call, its) -> call.at(its.artifact().id()).json(Map.of("name", "another")));
        calls.add(
                "PUT /artifacts/{id}/branch",
                (call, its) ->
                        call.at(its.artifact().id()).anyTag().json(Map.of("name", "experiment")));
    }

    private static Call first(Call call, Things its) {
        Things.Artifact artifact = its.artifact();
        return call.at(artifact.id(), artifact.first());
    }
}
