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

/** Sends mail; takes as long as the other server does, so never within a request. */
@ApplicationScoped
class Mailer {

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
        try {
            MimeMessage message = new MimeMessage(session());
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), UTF_8.name());
            message.setText(mail.text(), UTF_8.name());
            message.setSentDate(Date.from(clock.now()));
            // Nobody's holiday is to answer.
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server did not take a message", e);
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
