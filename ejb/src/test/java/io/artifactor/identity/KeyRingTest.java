package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final ECKey OLD = newKey();
    private static final ECKey NEW = newKey();

    private final KeyRing ring = new KeyRing(OLD);

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rotate() {
        ring.replace(
                List.of(
                        new KeyRing.Key(NEW, NOW.plusSeconds(10), null),
                        new KeyRing.Key(OLD, Instant.EPOCH, NOW.plusSeconds(1_000))));
    }

    private AccessTokens tokensAt(Instant now) {
        return new AccessTokens(ring, "artifactor", Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void theOldKeySignsUntilAllKnowTheNewOne() {
        rotate();

        assertThat(ring.signing(NOW.plusSeconds(9)).id()).isEqualTo(OLD.getKeyID());
        assertThat(ring.signing(NOW.plusSeconds(10)).id()).isEqualTo(NEW.getKeyID());
    }

    @Test
    void whatTheOldKeySignedCountsUntilItIsOver() {
        rotate();

        assertThat(ring.accepted(OLD.getKeyID(), NOW.plusSeconds(999))).isPresent();
        assertThat(ring.accepted(OLD.getKeyID(), NOW.plusSeconds(1_000))).isEmpty();
        assertThat(ring.accepted(NEW.getKeyID(), NOW.plusSeconds(1_000))).isPresent();
        assertThat(ring.accepted("another", NOW)).isEmpty();
        assertThat(ring.accepted(null, NOW)).isEmpty();
    }

    @Test
    void tokensOfBothKeysAreGoodAfterARotation() {
        SessionKey session = new SessionKey(UserId.next(), UUID.randomUUID());
        Caller caller = new Caller(session.user(), "ada", Set.of(Role.USER));
        String old = tokensAt(NOW).issue(caller, session, Duration.ofMinutes(15));
        rotate();
        String young = tokensAt(NOW.plusSeconds(60)).issue(caller, session, Duration.ofMinutes(15));

        assertThat(tokensAt(NOW.plusSeconds(60)).check(old)).contains(session);
        assertThat(tokensAt(NOW.plusSeconds(60)).check(young)).contains(session);
    }

    @Test
    void aTokenSeenBeforeIsRefusedOnceItsKeyIs() {
        SessionKey session = new SessionKey(UserId.next(), UUID.randomUUID());
        Caller caller = new Caller(session.user(), "ada", Set.of(Role.USER));
        AccessTokens tokens = tokensAt(NOW);
        String token = tokens.issue(caller, session, Duration.ofMinutes(15));
        assertThat(tokens.check(token)).contains(session);

        ring.replace(
                List.of(new KeyRing.Key(NEW, NOW, null), new KeyRing.Key(OLD, Instant.EPOCH, NOW)));

        assertThat(tokens.check(token)).isEmpty();
    }
}
