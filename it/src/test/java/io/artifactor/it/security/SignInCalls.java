package io.artifactor.it.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signing in and out. What ends a sign-in is asked with one made for that. */
final class SignInCalls {

    /** What whoever asks has nothing left of afterwards, in the order in which one may ask. */
    static final List<String> ENDING =
            List.of(
                    // With a key, one would be asked for it.
                    "DELETE " + Calls.API + "/auth/security-keys/{id}",
                    // With one begun, a code that is sent to another operation would be a wrong
                    // one.
                    "POST " + Calls.API + "/auth/second-factor",
                    "DELETE " + Calls.API + "/auth/sessions",
                    "POST " + Calls.API + "/auth/password",
                    "POST " + Calls.API + "/auth/logout");

    static final String NEW_PASSWORD = "another password, and a long one";

    private static final String CLIENT_DATA =
            Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            "{\"type\":\"webauthn.create\",\"challenge\":\"AAAA\",\"origin\":\"https://a.example\"}"
                                    .getBytes(StandardCharsets.US_ASCII));

    private SignInCalls() {}

    static void in(Calls calls) {
        calls.addPlain("GET /auth/realms", "GET /auth/me", "GET /auth/devices");
        calls.addPlain("GET /auth/sessions", "DELETE /auth/sessions", "GET /auth/tokens");
        calls.add("POST /auth/login", SignInCalls::password);
        calls.add("POST /auth/browser", SignInCalls::password);
        calls.add(
                "POST /auth/refresh",
                (call, its) -> call.json(Map.of("refreshToken", its.refreshToken())));
        calls.add("POST /auth/logout", (call, its) -> call.json(Map.of()));
        calls.add(
                "POST /auth/confirmation",
                (call, its) -> call.json(Map.of("password", its.password())));
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
        secondFactor(calls);
        securityKeys(calls);
        calls.add("DELETE /auth/sessions/{id}", (call, its) -> call.at(its.session()));
        calls.add("DELETE /auth/devices/{id}", (call, its) -> call.at(its.device()));
        tokens(calls);
    }

    private static void tokens(Calls calls) {
        calls.add(
                "POST /auth/tokens",
                (call, its) -> call.json(Map.of("name", "new", "scopes", List.of("read"))));
        calls.add("DELETE /auth/tokens/{id}", (call, its) -> call.at(its.token()));
    }

    /** Only one of them can be right at a time: the others are allowed, and find nothing to do. */
    private static void secondFactor(Calls calls) {
        calls.addPlain("GET /auth/second-factor");
        calls.add(
                "POST /auth/second-factor",
                (call, its) -> call.mayConflict().json(Map.of("password", its.password())));
        for (String change : List.of("recovery-codes", "removal")) {
            calls.add(
                    "POST /auth/second-factor/" + change,
                    (call, its) ->
                            call.mayConflict()
                                    .json(Map.of("password", its.password(), "code", "123456")));
        }
        calls.add(
                "POST /auth/second-factor/confirmation",
                (call, its) -> call.mayConflict().json(Map.of("code", "123456")));
    }

    /** At an address that is a number there are none to add: those who may find that out. */
    private static void securityKeys(Calls calls) {
        calls.addPlain("GET /auth/security-keys");
        for (String act : List.of("", "/challenge")) {
            calls.add("POST /auth/security-keys" + act, (call, its) -> call.mayConflict());
        }
        calls.add(
                "POST /auth/security-keys/registration",
                (call, its) ->
                        call.mayConflict()
                                .json(
                                        Map.of(
                                                "name", "new",
                                                "clientDataJSON", CLIENT_DATA,
                                                "attestationObject", "o2NmbXRkbm9uZQ")));
        calls.add("DELETE /auth/security-keys/{id}", (call, its) -> call.at(its.securityKey()));
    }

    private static Call password(Call call, Things its) {
        return call.json(
                Map.of(
                        "username", its.cast().guestName(),
                        "password", its.cast().guestPassword()));
    }
}
