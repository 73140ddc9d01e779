package io.artifactor.it.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signing in and out. What ends a sign-in is asked with one made for that. */
final class SignInCalls {

    /** What whoever asks has nothing left of afterwards, in the order in which one may ask. */
    static final List<String> ENDING =
            List.of(
                    "DELETE " + Calls.API + "/auth/sessions",
                    "POST " + Calls.API + "/auth/password",
                    "POST " + Calls.API + "/auth/logout");

    static final String NEW_PASSWORD = "another password, and a long one";

    private SignInCalls() {}

    static void in(Calls calls) {
        calls.addPlain(
                "GET /auth/realms", "GET /auth/me", "GET /auth/sessions", "GET /auth/devices");
        calls.addPlain("GET /auth/tokens", "DELETE /auth/sessions");
        calls.add("POST /auth/login", SignInCalls::password);
        calls.add("POST /auth/browser", SignInCalls::password);
        calls.add(
                "POST /auth/refresh",
                (call, its) -> call.json(Map.of("refreshToken", its.refreshToken())));
        calls.add("POST /auth/logout", (call, its) -> call.json(Map.of()));
        calls.add(
                "POST /auth/password",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "currentPassword",
                                        its.password(),
                                        "newPassword",
                                        NEW_PASSWORD)));
        calls.add(
                "POST /auth/password-resets",
                (call, its) -> call.json(Map.of("login", "nobody-" + UUID.randomUUID())));
        calls.add(
                "POST /auth/password-resets/redeem",
                (call, its) ->
                        call.json(Map.of("token", its.resetToken(), "newPassword", NEW_PASSWORD)));
        calls.add(
                "POST /auth/realm-links/redeem",
                (call, its) -> call.json(Map.of("token", its.linkToken())));
        calls.add("DELETE /auth/sessions/{id}", (call, its) -> call.at(its.session()));
        calls.add("DELETE /auth/devices/{id}", (call, its) -> call.at(its.device()));
        calls.add(
                "POST /auth/tokens",
                (call, its) -> call.json(Map.of("name", "new", "scopes", List.of("read"))));
        calls.add("DELETE /auth/tokens/{id}", (call, its) -> call.at(its.token()));
    }

    private static Call password(Call call, Things its) {
        return call.json(
                Map.of(
                        "username", its.cast().guestName(),
                        "password", its.cast().guestPassword()));
    }
}
