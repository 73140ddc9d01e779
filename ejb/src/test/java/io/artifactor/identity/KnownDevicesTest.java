package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDevicesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] KEY = new byte[32];

    private final UserId user = UserId.next();
    private final UUID device = UUID.randomUUID();
    private final KnownDevices devices = at(NOW, KEY);

    private static KnownDevices at(Instant now, byte[] key) {
        return new KnownDevices(key, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aDeviceIsKnownToItsUserOnly() {
        String token = devices.issue(user, device);

        assertThat(devices.check(user, token)).contains(device);
        assertThat(devices.check(UserId.next(), token)).isEmpty();
    }

    @Test
    void aDeviceIsForgottenInTheEnd() {
        String token = devices.issue(user, device);

        Instant last = NOW.plus(KnownDevices.KNOWN);
        assertThat(at(last.minus(Duration.ofSeconds(1)), KEY).check(user, token)).isPresent();
        assertThat(at(last, KEY).check(user, token)).isEmpty();
    }

    @Test
    void noBitOfATokenCanBeChanged() {
        byte[] token = Base64.getUrlDecoder().decode(devices.issue(user, device));
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            String text = Base64.getUrlEncoder().encodeToString(changed);
            assertThat(devices.check(user, text)).as("byte " + i).isEmpty();
        }
    }

    @Test
    void aTokenUnderAnotherKeyIsNone() {
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(at(NOW, other).check(user, devices.issue(user, device))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "AAAA", "😀"})
    void whatIsNoTokenIsNone(String text) {
        assertThat(devices.check(user, text)).isEmpty();
        assertThat(devices.check(user, text.repeat(1000))).isEmpty();
    }
}
