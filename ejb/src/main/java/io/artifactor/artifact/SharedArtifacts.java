package io.artifactor.artifact;

import io.artifactor.identity.LinkKeys;
import io.artifactor.identity.LinkLock;
import io.artifactor.identity.LinkTicket;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The door for guests: whoever has a share link sees the one artifact it opens, and nothing else. A
 * link that is unknown, revoked, to something deleted, or of somebody who may not share it any more
 * is told of in the same words; that one is over, only to who has its secret.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SharedArtifacts {

    @Inject private SharedRows rows;
    @Inject private LinkKeys keys;

    /**
     * What the link opens.
     *
     * @param ticket what the guest was given for the password
     * @throws Problem {@code GONE} if the link has expired or is used up
     */
    public SharedArtifact get(String secret, Optional<String> ticket) {
        SharedArtifact shared =
                keys.hashOf(secret).map(this::open).orElseThrow(SharedArtifacts::nothing);
        return shared.link()
                        .lock()
                        .filter(lock -> ticket.filter(it -> keys.opens(it, lock)).isPresent())
                        .isPresent()
                ? shared.unlocked()
                : shared;
    }

    private SharedArtifact open(String hash) {
        SharedArtifact shared = rows.find(hash).orElseThrow(SharedArtifacts::nothing);
        switch (shared.link().state(ArtifactLibrary.now())) {
            case EXPIRED ->
                    throw new Problem(
                            ProblemCode.GONE,
                            "The link has expired; ask whoever gave it to you for another.");
            case USED_UP -> throw usedUp();
            case OPEN -> {}
        }
        return shared;
    }

    /**
     * A ticket for the link's password, good for a quarter of an hour.
     *
     * @param network by what the guesses of an address are counted, if they are
     * @throws Problem {@code LINK_LOCKED} for a wrong password, {@code TOO_MANY_REQUESTS} after
     *     many
     */
    public LinkTicket unlock(String secret, String password, Optional<String> network) {
        LinkLock lock =
                get(secret, Optional.empty())
                        .link()
                        .lock()
                        .orElseThrow(
                                () -> Problem.invalid("password", "is not needed for this link."));
        return keys.unlock(lock, password, network);
    }

    /**
     * To be called before content is sent. Of a link that may be downloaded a number of times every
     * part counts, or the rest of one download would be a second one.
     *
     * @param beginning whether what is sent begins where the content does
     * @throws Problem if the link ended in the meantime, or somebody else took the last download
     */
    public void count(SharedArtifact shared, boolean beginning) {
        boolean counts = beginning || shared.link().maxDownloads().isPresent();
        if (counts && !rows.count(shared)) {
            open(shared.link().tokenHash());
            throw usedUp();
        }
    }

    private static Problem nothing() {
        return new Problem(
                ProblemCode.NOT_FOUND,
                "This link opens nothing. It may be over; ask whoever gave it to you.");
    }

    private static Problem usedUp() {
        return new Problem(
                ProblemCode.GONE,
                "The link has been used as often as it may; ask whoever gave it to you for another.");
    }
}
