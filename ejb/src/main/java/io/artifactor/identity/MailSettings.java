package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_MAIL_…}: over which server mail is sent; without a host none is. */
@ApplicationScoped
class MailSettings {

    private static final String PATIENCE_MILLIS = "10000";

    @Inject
    @ConfigProperty(name = "artifactor.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "artifactor.mail.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "artifactor.mail.security", defaultValue = "starttls")
    private String security;

    @Inject
    @ConfigProperty(name = "artifactor.mail.from", defaultValue = "artifactor@localhost")
    private String from;

    @Inject
    @ConfigProperty(name = "artifactor.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "artifactor.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "artifactor.mail.password.file")
    private Optional<String> passwordFile;

    public boolean isGiven() {
        return host.filter(text -> !text.isBlank()).isPresent();
    }

    public String from() {
        return from;
    }

    public Optional<String> user() {
        return user.filter(text -> !text.isEmpty());
    }

    public String password() {
        return password.or(() -> passwordFile.map(MailSettings::firstLine)).orElse("");
    }

    /** For a session of Jakarta Mail. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host.orElseThrow());
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.auth", String.valueOf(user().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        switch (security) {
            case "none" -> {}
            case "starttls" -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "tls" -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            default ->
                    throw new IllegalStateException(
                            "ARTIFACTOR_MAIL_SECURITY must be starttls, tls or none, but is "
                                    + security);
        }
        return properties;
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file %s of ARTIFACTOR_MAIL_PASSWORD_FILE cannot be read.".formatted(file),
                    e);
        }
    }
}
