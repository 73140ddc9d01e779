package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends mail; takes as long as the other server does, so never within a request. */
@ApplicationScoped
public class Mailer {

    private static final Logger LOG = Logger.getLogger(Mailer.class.getName());

    @Inject private MailSettings settings;
    @Inject private IdentityClock clock;

    public boolean isReady() {
        return settings.isGiven();
    }

    /**
     * Hands a message to the mail server.
     *
     * @throws IllegalStateException if it does not take it
     */
    public void send(Mail mail) {
        try (Connection connection = connect()) {
            connection.send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server did not take a message", e);
        }
    }

    /** Begins to talk to the mail server, to send several messages. */
    public Connection connect() throws MessagingException {
        Session session = session();
        Transport transport = session.getTransport();
        transport.connect();
        return new Connection(session, transport);
    }

    /** A talk with the mail server, of one thread. */
    public final class Connection implements AutoCloseable {

        private final Session session;
        private final Transport transport;

        private Connection(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        public void send(Mail mail) throws MessagingException {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), UTF_8.name());
            message.setText(mail.text(), UTF_8.name());
            message.setSentDate(Date.from(clock.now()));
            // Nobody's holiday is to answer.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, "The mail server said no goodbye", e);
            }
        }
    }

    private Session session() {
        return settings.user()
                .map(user ->
                        Session.getInstance(
                                settings.properties(),
                                new Authenticator() {
                                    @Override
                                    protected PasswordAuthentication getPasswordAuthentication() {
                                        return new PasswordAuthentication(
                                                user, settings.password());
                                    }
                                }))
                .orElseGet(() -> Session.getInstance(settings.properties()));
    }
}
