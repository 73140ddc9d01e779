package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What is written to the owner of an account about who uses it, and the secrets of links in it.
 * Sending takes as long as the other server does, so never within a request or a transaction.
 */
@ApplicationScoped
public class AccountLetters {

    @Inject private Mailer mailer;
    @Inject private Attempts attempts;

    /** Whether mail can be sent from here. */
    public boolean areSent() {
        return mailer.isReady();
    }

    /** Whether one more offer may be sent; after three, each next one has to wait longer. */
    public boolean mayOffer(UserId user) {
        return attempts.begin(List.of(AttemptLane.ofOffer(user))).isEmpty();
    }

    /** A secret of 256 bits. It links one person to one account, and opens nothing. */
    public LinkKey next() {
        Secret secret = Secret.next(Secret.Kind.LINK);
        return new LinkKey(secret.text(), secret.prefix(), secret.hash());
    }

    /** What is kept of a secret somebody sent, unless the text cannot be one. */
    public Optional<String> hashOf(String secret) {
        return Secret.parse(Secret.Kind.LINK, secret).map(Secret::hash);
    }

    /**
     * Hands a letter to the mail server.
     *
     * @param lines may hold a secret, so they are shown nowhere else
     */
    public void send(String address, String subject, List<String> lines) {
        mailer.send(new Mail(address, subject, String.join("\n", lines) + "\n"));
    }
}
