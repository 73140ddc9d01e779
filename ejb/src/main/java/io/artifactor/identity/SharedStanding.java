package io.artifactor.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.cache.Sharing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sign-in is worth, as nodes write it down for each other. */
record SharedStanding(
        String username,
        List<String> roles,
        boolean passwordChangeRequired,
        boolean secondFactorSetupRequired) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCHEMA = 2;

    /** Neither the user's number nor that of the sign-in opens anything. */
    static Sharing<SessionKey, Authenticated> ofSessions() {
        return new Sharing<>(
                SCHEMA, SharedStanding::place, SharedStanding::write, SharedStanding::read);
    }

    private static Sharing.Place place(SessionKey session) {
        return new Sharing.Place(session.user().toString(), session.family().toString());
    }

    private static String write(Authenticated known) {
        List<String> roles = known.caller().roles().stream().map(Role::id).sorted().toList();
        try {
            return JSON.writeValueAsString(
                    new SharedStanding(
                            known.caller().username(),
                            roles,
                            known.passwordChangeRequired(),
                            known.secondFactorSetupRequired()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts is JSON", e);
        }
    }

    private static Authenticated read(SessionKey session, String text) {
        @Nullable SharedStanding shared;
        try {
            shared = JSON.readValue(text, SharedStanding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not what a sign-in is worth", e);
        }
        if (shared == null || shared.username() == null || shared.roles() == null) {
            throw new IllegalArgumentException("Not what a sign-in is worth");
        }
        Set<Role> roles =
                shared.roles().stream().map(SharedStanding::role).collect(Collectors.toSet());
        return new Authenticated(
                new Caller(session.user(), shared.username(), roles),
                Set.of(TokenScope.values()),
                Optional.of(session),
                Optional.empty(),
                shared.passwordChangeRequired(),
                shared.secondFactorSetupRequired());
    }

    private static Role role(String id) {
        return Role.find(id).orElseThrow(() -> new IllegalArgumentException("No role: " + id));
    }
}
