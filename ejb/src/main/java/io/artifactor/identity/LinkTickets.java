package io.artifactor.identity;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Tickets for those who gave the password of a link. Nothing is stored: a ticket says for which
 * link, which of its passwords and until when, under a signature. Safe for all threads.
 */
final class LinkTickets {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final TokenSeal seal;
    private final Clock clock;

    /**
     * @param shared a key the nodes share and nobody else has
     */
    LinkTickets(byte[] shared, Clock clock) {
        this.seal = new TokenSeal(shared, "artifactor: tickets of links", 4);
        this.clock = clock;
    }

    LinkTicket issue(LinkLock lock) {
        Instant end = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        String text =
                seal.close(
                        lock.link().getMostSignificantBits(),
                        lock.link().getLeastSignificantBits(),
                        lock.version(),
                        end.getEpochSecond());
        return new LinkTicket(text, end);
    }

    /** Whether the text is a ticket for this password of this link that is not over. */
    boolean opens(String text, LinkLock lock) {
        return seal.open(text).filter(fields -> isFor(lock, fields)).isPresent();
    }

    private boolean isFor(LinkLock lock, ByteBuffer fields) {
        UUID link = new UUID(fields.getLong(), fields.getLong());
        long version = fields.getLong();
        Instant end = Instant.ofEpochSecond(fields.getLong());
        return link.equals(lock.link())
                && version == lock.version()
                && clock.instant().isBefore(end);
    }
}
