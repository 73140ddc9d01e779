package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The file in which the first administrator's generated password waits to be read. It goes when
 * that password is changed.
 */
@ApplicationScoped
class FirstPasswordFile {

    private static final Logger LOG = Logger.getLogger(FirstPasswordFile.class.getName());

    @Inject private IdentitySettings settings;

    public Path path() {
        return settings.firstPassword();
    }

    public void write(String password) {
        try {
            PrivateFiles.write(path(), (password + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first password cannot be written to %s; see ARTIFACTOR_DATA."
                            .formatted(path()),
                    e);
        }
    }

    void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged changed) {
        if (changed.passwordChanged()
                && changed.username().equalsIgnoreCase(settings.adminName())) {
            remove();
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The outdated first password could not be removed", e);
        }
    }
}
