package io.artifactor.letter;

import io.artifactor.identity.Mail;
import io.artifactor.identity.Mailer;
import io.artifactor.identity.PublicUrl;
import io.artifactor.identity.User;
import io.artifactor.outbox.OutboxReader;
import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.ReaderUnavailable;
import io.artifactor.outbox.RefusedSubject;
import io.artifactor.workspace.InvitationLetter;
import io.artifactor.workspace.Invitations;
import io.artifactor.workspace.InvitedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sends what was written, a few letters at a time over one connection. What the mail server does
 * not take for its recipient is tried again some times and then parked; while the server is away
 * everything waits.
 */
@ApplicationScoped
class LetterReader implements OutboxReader {

    /** A slow mail server is waited for inside of a transaction. */
    private static final int AT_ONCE = 10;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Letters letters;
    @Inject private Mailer mailer;
    @Inject private InvitedPeople invited;
    @Inject private PublicUrl publicUrl;

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public Set<String> events() {
        return Set.of(Letters.WRITTEN, Invitations.INVITED);
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> rows) {
        if (!mailer.isReady()) {
            return List.of();
        }
        List<RefusedSubject> refused = new ArrayList<>();
        try (Mailer.Connection connection = mailer.connect()) {
            for (OutboxRow row : rows) {
                send(connection, row).ifPresent(refused::add);
            }
        } catch (MessagingException e) {
            throw new ReaderUnavailable("The mail server does not answer: " + e.getMessage(), e);
        }
        return refused;
    }

    private Optional<RefusedSubject> send(Mailer.Connection connection, OutboxRow row) {
        try {
            if (row.event().equals(Letters.WRITTEN)) {
                sendNotice(connection, row.subject());
            } else {
                sendInvitation(connection, row.subject());
            }
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(
                    new RefusedSubject(
                            row.subject(), "The mail server did not take it: " + e.getMessage()));
        }
    }

    /** Looks for what is to be told because time has passed. */
    @Override
    public void idle() {
        letters.tellOfEnds();
    }

    private void sendNotice(Mailer.Connection connection, UUID id) throws MessagingException {
        Letter letter = entities.find(Letter.class, id);
        if (letter == null || letter.isSent()) {
            return;
        }
        User user = entities.find(User.class, letter.user().value());
        LetterKind kind = letter.kind();
        String text = kind.text(user.username(), letter.about(), publicUrl.of("/reset-password/"));
        connection.send(mail(letter.address(), user.displayName(), kind.subject(), text));
        letter.sent(Instant.now());
    }

    private void sendInvitation(Mailer.Connection connection, UUID id) throws MessagingException {
        Optional<InvitationLetter> letter = invited.letter(id);
        if (letter.isPresent()) {
            connection.send(invitation(letter.get()));
        }
    }

    private Mail invitation(InvitationLetter letter) {
        // Behind a #, the secret reaches no log of a proxy on the way.
        String page =
                publicUrl.of("/invitation/")
                        + letter.secret().map(secret -> "#token=" + secret).orElse("");
        String text =
                String.join(
                        "\n\n",
                        "%s invites you into the workspace \"%s\" as %s. Accept or decline here within 14 days:"
                                .formatted(
                                        letter.inviter(), letter.workspace(), letter.role().id()),
                        page,
                        "Nothing happens if you do nothing.");
        return mail(letter.address(), letter.name(), "You are invited", text);
    }

    private static Mail mail(String address, String name, String subject, String text) {
        String greeting = name.isEmpty() ? "Hello," : "Hello %s,".formatted(name);
        return new Mail(address, subject + " – Artifactor", greeting + "\n\n" + text + "\n");
    }
}
