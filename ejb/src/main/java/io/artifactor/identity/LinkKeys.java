package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What opens links to something shared: the secret in the link, and the password some have. Whoever
 * keeps the links keeps only what is given here to be kept. To be called outside of a transaction:
 * passwords are slow on purpose. Safe for all threads.
 */
@ApplicationScoped
public class LinkKeys {

    private static final int LONGEST_PASSWORD = 4 * InputRules.PASSWORD_MAX;

    @Inject private PasswordHashing hashing;
    @Inject private LinkTickets tickets;
    @Inject private GuessGuard guard;
    @Inject private AuditLog audit;

    /** A secret of 256 bits. It opens a link, and is no token to sign in with. */
    public LinkKey next() {
        return key(Secret.Kind.SHARE);
    }

    /** A secret of 256 bits by which an invitation sent by mail becomes its reader's. */
    public LinkKey nextInvitation() {
        return key(Secret.Kind.INVITATION);
    }

    /** What is kept of an invitation's secret somebody sent, unless the text cannot be one. */
    public Optional<String> hashOfInvitation(String secret) {
        return Secret.parse(Secret.Kind.INVITATION, secret).map(Secret::hash);
    }

    private static LinkKey key(Secret.Kind kind) {
        Secret secret = Secret.next(kind);
        return new LinkKey(secret.text(), secret.prefix(), secret.hash());
    }

    /** What is kept of a secret somebody sent, unless the text cannot be one. */
    public Optional<String> hashOf(String secret) {
        return Secret.parse(Secret.Kind.SHARE, secret).map(Secret::hash);
    }

    /** What is kept of a password of 8 to 128 characters. */
    public String passwordHash(String field, String password) {
        return hashing.hash(InputRules.linkPassword(field, password));
    }

    /**
     * A ticket for the right password.
     *
     * @param network by what the guesses of an address are counted, if they are
     * @throws Problem {@code LINK_LOCKED} for a wrong password, {@code TOO_MANY_REQUESTS} after
     *     many
     */
    public LinkTicket unlock(LinkLock lock, String password, Optional<String> network) {
        List<AttemptLane> lanes = new ArrayList<>();
        lanes.add(AttemptLane.ofLink(lock.link()));
        network.map(AttemptLane::ofNetworkAtLinks).ifPresent(lanes::add);
        return guard.guarded(
                lanes,
                () -> noteRefusal(lock, "too-many-failures"),
                () -> {
                    boolean fits = password.length() <= LONGEST_PASSWORD;
                    if (!hashing.matches(fits ? password : "", lock.hash())) {
                        noteRefusal(lock, "wrong-password");
                        throw new Problem(
                                ProblemCode.LINK_LOCKED, "The password of the link is not right.");
                    }
                    return tickets.issue(lock);
                });
    }

    /** Whether the text is a good ticket for this password of this link. */
    public boolean opens(String ticket, LinkLock lock) {
        return tickets.opens(ticket, lock);
    }

    private void noteRefusal(LinkLock lock, String reason) {
        audit.append(
                new AuditEvent(
                        "share-link-refused",
                        null,
                        "share-link:" + lock.link(),
                        Map.of("reason", reason)));
    }
}
