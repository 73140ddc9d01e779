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

class LinkTicketsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] KEY = new byte[32];

    private final LinkLock lock = new LinkLock(UUID.randomUUID(), 1, "a hash");
    private final LinkTickets tickets = at(NOW, KEY);

    private static LinkTickets at(Instant now, byte[] key) {
        return new LinkTickets(key, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTicketOpensItsLinkOnly() {
        String ticket = tickets.issue(lock).text();

        assertThat(tickets.opens(ticket, lock)).isTrue();
        assertThat(tickets.opens(ticket, new LinkLock(UUID.randomUUID(), 1, "a hash"))).isFalse();
    }

    @Test
    void aTicketIsOverWithItsPassword() {
        String ticket = tickets.issue(lock).text();

        assertThat(tickets.opens(ticket, new LinkLock(lock.link(), 2, "a hash"))).isFalse();
    }

    @Test
    void aTicketIsOverAfterAWhile() {
        LinkTicket ticket = tickets.issue(lock);

        assertThat(ticket.end()).isEqualTo(NOW.plus(LinkTickets.LIFE));
        Instant last = ticket.end().minus(Duration.ofSeconds(1));
        assertThat(at(last, KEY).opens(ticket.text(), lock)).isTrue();
        assertThat(at(ticket.end(), KEY).opens(ticket.text(), lock)).isFalse();
    }

    @Test
    void noBitOfATicketCanBeChanged() {
        byte[] ticket = Base64.getUrlDecoder().decode(tickets.issue(lock).text());
        for (int i = 0; i < ticket.length; i++) {
            byte[] changed = ticket.clone();
            changed[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(tickets.opens(text, lock)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void aTicketUnderAnotherKeyOpensNothing() {
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(tickets.opens(at(NOW, other).issue(lock).text(), lock)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ars_", "*", "ä", "AAAA"})
    void whatIsNoTicketOpensNothing(String text) {
        assertThat(tickets.opens(text, lock)).isFalse();
        assertThat(tickets.opens(text.repeat(100_000), lock)).isFalse();
    }
}
