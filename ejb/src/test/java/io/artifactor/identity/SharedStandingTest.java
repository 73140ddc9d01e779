package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.cache.Sharing;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedStandingTest {

    private final Sharing<SessionKey, Authenticated> sharing = SharedStanding.ofSessions();
    private final SessionKey session = new SessionKey(UserId.next(), UUID.randomUUID());

    private Authenticated worth(Set<Role> roles, boolean passwordChangeRequired) {
        return new Authenticated(
                new Caller(session.user(), "Ünïcode \"quoted\"", roles),
                Set.of(TokenScope.values()),
                Optional.of(session),
                Optional.empty(),
                passwordChangeRequired,
                !passwordChangeRequired);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Authenticated known :
                Set.of(worth(Set.of(Role.ADMIN, Role.USER), false), worth(Set.of(), true))) {
            assertThat(sharing.read().apply(session, sharing.write().apply(known)))
                    .isEqualTo(known);
        }
    }

    @Test
    void thePlaceIsOfTheUserAndTheSignIn() {
        assertThat(sharing.place().apply(session))
                .isEqualTo(
                        new Sharing.Place(session.user().toString(), session.family().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "nonsense",
                "{\"username\":\"ada\",\"roles\":null,\"passwordChangeRequired\":false}",
                "{\"username\":\"ada\",\"roles\":[null],\"passwordChangeRequired\":false}",
                "{\"username\":\"ada\",\"roles\":[\"king\"],\"passwordChangeRequired\":false}",
                "{\"roles\":[\"user\"],\"passwordChangeRequired\":false}",
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> sharing.read().apply(session, text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
