package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tickets for those who gave the password of a link. Nothing is stored: a ticket says for which
 * link, which of its passwords and until when, under a signature. Safe for all threads.
 */
final class LinkTickets {

    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "artifactor: tickets of links".getBytes(US_ASCII);
    private static final int BODY = 4 * Long.BYTES;
    private static final int SIGNATURE = 32;
    private static final int LONGEST_TEXT = 100;

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * @param shared a key the nodes share and nobody else has
     */
    LinkTickets(byte[] shared, Clock clock) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(shared, ALGORITHM), PURPOSE), ALGORITHM);
        this.clock = clock;
    }

    LinkTicket issue(LinkLock lock) {
        Instant end = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        byte[] body =
                ByteBuffer.allocate(BODY)
                        .putLong(lock.link().getMostSignificantBits())
                        .putLong(lock.link().getLeastSignificantBits())
                        .putLong(lock.version())
                        .putLong(end.getEpochSecond())
                        .array();
        byte[] ticket = Arrays.copyOf(body, BODY + SIGNATURE);
        System.arraycopy(mac(key, body), 0, ticket, BODY, SIGNATURE);
        return new LinkTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(ticket), end);
    }

    /** Whether the text is a ticket for this password of this link that is not over. */
    boolean opens(String text, LinkLock lock) {
        byte[] ticket = bytes(text);
        if (ticket.length != BODY + SIGNATURE) {
            return false;
        }
        byte[] body = Arrays.copyOf(ticket, BODY);
        byte[] signature = Arrays.copyOfRange(ticket, BODY, ticket.length);
        if (!MessageDigest.isEqual(mac(key, body), signature)) {
            return false;
        }
        ByteBuffer fields = ByteBuffer.wrap(body);
        UUID link = new UUID(fields.getLong(), fields.getLong());
        long version = fields.getLong();
        Instant end = Instant.ofEpochSecond(fields.getLong());
        return link.equals(lock.link())
                && version == lock.version()
                && clock.instant().isBefore(end);
    }

    private static byte[] bytes(String text) {
        if (text.length() > LONGEST_TEXT) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
