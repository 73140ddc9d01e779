package io.artifactor.it.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts, where they came from, and the log of what they did. */
final class AccountCalls {

    private AccountCalls() {}

    static void in(Calls calls) {
        calls.addPlain("GET /users");
        calls.add(
                "POST /users",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "username",
                                        "u-" + UUID.randomUUID(),
                                        "password",
                                        "the password of somebody new")));
        calls.add("GET /users/{id}", (call, its) -> call.at(its.account()));
        calls.add("GET /users/{id}/permissions", (call, its) -> call.at(its.account()));
        calls.add(
                "PATCH /users/{id}",
                (call, its) -> call.at(its.account()).anyTag().json(Map.of("displayName", "Ada")));
        calls.add(
                "DELETE /users/{id}/second-factor",
                (call, its) -> call.at(its.accountWithSecondFactor()));
        calls.add("DELETE /users/{id}", (call, its) -> call.at(its.account()).anyTag());
        calls.add("DELETE /users/{id}/sessions", (call, its) -> call.at(its.account()));
        // Of a time when nobody here was signed in: the others have more to ask.
        calls.add(
                "DELETE /admin/sessions",
                (call, its) -> call.query("startedBefore", "2000-01-01T00:00:00Z"));
        realms(calls);
        calls.addPlain("GET /audit", "GET /audit/verify");
        calls.add(
                "GET /audit/export",
                (call, its) -> call.query("format", "json").query("from", "2100-01-01T00:00:00Z"));
    }

    private static void realms(Calls calls) {
        calls.addPlain("GET /realm-identities", "GET /group-mappings");
        calls.add(
                "POST /realm-identities/plan",
                (call, its) -> call.json(Map.of("items", List.of(expected()))));
        calls.add(
                "POST /realm-identities/apply",
                (call, its) -> {
                    Map<String, String> line = new HashMap<>(expected());
                    line.put("userId", its.account());
                    return call.json(Map.of("items", List.of(line)));
                });
        calls.add("GET /realm-identities/{id}", (call, its) -> call.at(its.realmIdentity()));
        calls.add(
                "PUT /realm-identities/{id}/user",
                (call, its) -> call.at(its.realmIdentity()).json(Map.of("userId", its.account())));
        calls.add(
                "DELETE /realm-identities/{id}/user", (call, its) -> call.at(its.realmIdentity()));
        calls.add(
                "POST /group-mappings",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "realm", "oidc",
                                        "group", UUID.randomUUID().toString(),
                                        "role", "auditor")));
        calls.add("DELETE /group-mappings/{id}", (call, its) -> call.at(its.groupMapping()));
    }

    private static Map<String, String> expected() {
        return Map.of("realm", "oidc", "subject", "it|" + UUID.randomUUID(), "username", "nobody");
    }
}
