package io.artifactor.it.security;

import java.util.Map;

/** Share links, by those who make them and by those who were given one. */
final class ShareCalls {

    private ShareCalls() {}

    static void in(Calls calls) {
        calls.add("GET /artifacts/{id}/share-links", (call, its) -> call.at(its.artifact().id()));
        calls.add(
                "POST /artifacts/{id}/share-links",
                (call, its) -> call.at(its.artifact().id()).json(Map.of("name", "For a client")));
        calls.add("GET /share-links/{id}", (call, its) -> call.at(its.link().id()));
        calls.add(
                "PATCH /share-links/{id}",
                (call, its) ->
                        call.at(its.link().id()).anyTag().json(Map.of("name", "For another")));
        calls.add("DELETE /share-links/{id}", (call, its) -> call.at(its.link().id()).anyTag());
        calls.add("GET /share/{secret}", (call, its) -> call.at(its.link().secret()));
        calls.add("GET /share/{secret}/content", (call, its) -> call.at(its.link().secret()));
        calls.add("HEAD /share/{secret}/content", (call, its) -> call.at(its.link().secret()));
        calls.add(
                "POST /share/{secret}/unlock",
                (call, its) ->
                        call.at(its.lockedLink().secret())
                                .json(Map.of("password", Cast.LINK_PASSWORD)));
        calls.addPage("GET /share/*", (call, its) -> call);
    }
}
