package io.artifactor.it.security;

import java.util.Map;
import java.util.UUID;

/** Workspaces, their members, invitations; and groups. */
final class WorkspaceCalls {

    private WorkspaceCalls() {}

    static void in(Calls calls) {
        calls.addPlain("GET /workspaces");
        calls.add(
                "POST /workspaces",
                (call, its) -> call.json(Map.of("name", UUID.randomUUID().toString())));
        calls.add("GET /workspaces/{id}", (call, its) -> call.at(its.workspace()));
        calls.add(
                "PATCH /workspaces/{id}",
                (call, its) ->
                        call.at(its.workspace()).anyTag().json(Map.of("description", "Ours")));
        calls.add("DELETE /workspaces/{id}", (call, its) -> call.at(its.workspace()).anyTag());
        calls.add(
                "POST /workspaces/{id}/transfer",
                (call, its) -> call.at(its.workspace()).json(Map.of("userId", its.cast().guest())));
        members(calls);
        invitations(calls);
        groups(calls);
        quotas(calls);
    }

    private static void quotas(Calls calls) {
        Map<String, Long> limit = Map.of("limit", 1L << 40);
        calls.add("GET /workspaces/{id}/quota", (call, its) -> call.at(its.workspace()));
        calls.add(
                "PUT /workspaces/{id}/quota", (call, its) -> call.at(its.workspace()).json(limit));
        calls.add("DELETE /workspaces/{id}/quota", (call, its) -> call.at(its.workspace()));
        calls.add("GET /users/{id}/quota", (call, its) -> call.at(its.account()));
        calls.add("PUT /users/{id}/quota", (call, its) -> call.at(its.account()).json(limit));
        calls.add("DELETE /users/{id}/quota", (call, its) -> call.at(its.account()));
    }

    private static void members(Calls calls) {
        calls.add("GET /workspaces/{id}/members", (call, its) -> call.at(its.workspace()));
        calls.add(
                "PUT /workspaces/{id}/members/{user}",
                (call, its) -> member(call, its).json(Map.of("role", "editor")));
        calls.add("DELETE /workspaces/{id}/members/{user}", WorkspaceCalls::member);
    }

    private static Call member(Call call, Things its) {
        String workspace = its.workspace();
        return call.at(workspace, its.member(workspace));
    }

    private static void invitations(Calls calls) {
        calls.add("GET /workspaces/{id}/invitations", (call, its) -> call.at(its.workspace()));
        calls.add(
                "POST /workspaces/{id}/invitations",
                (call, its) ->
                        call.at(its.workspace())
                                .json(Map.of("username", its.account(), "role", "viewer")));
        calls.add(
                "DELETE /workspaces/{id}/invitations/{invitation}",
                (call, its) -> {
                    String workspace = its.workspace();
                    return call.at(workspace, its.invitation(workspace, its.account()));
                });
        calls.addPlain("GET /invitations");
        calls.add(
                "POST /invitations/redeem",
                (call, its) -> call.json(Map.of("token", its.mailedInvitation())));
        calls.add("POST /invitations/{id}/accept", (call, its) -> call.at(its.invitation()));
        calls.add("POST /invitations/{id}/decline", (call, its) -> call.at(its.invitation()));
    }

    private static void groups(Calls calls) {
        calls.addPlain("GET /groups");
        calls.add(
                "POST /groups",
                (call, its) -> call.json(Map.of("name", UUID.randomUUID().toString())));
        calls.add("GET /groups/{id}", (call, its) -> call.at(its.group()));
        calls.add(
                "PATCH /groups/{id}",
                (call, its) ->
                        call.at(its.group())
                                .anyTag()
                                .json(Map.of("name", UUID.randomUUID().toString())));
        calls.add("DELETE /groups/{id}", (call, its) -> call.at(its.group()).anyTag());
        calls.add("GET /groups/{id}/members", (call, its) -> call.at(its.group()));
        calls.add(
                "PUT /groups/{id}/members/{user}",
                (call, its) -> call.at(its.group(), its.account()));
        calls.add(
                "DELETE /groups/{id}/members/{user}",
                (call, its) -> {
                    String group = its.group();
                    return call.at(group, its.groupMember(group));
                });
    }
}
