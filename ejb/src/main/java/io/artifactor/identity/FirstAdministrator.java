package io.artifactor.identity;

import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The one administrator a new installation begins with. */
@ApplicationScoped
@Transactional
class FirstAdministrator {

    @Inject private IdentitySettings settings;
    @Inject private FirstPasswordFile file;
    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;

    public boolean isPasswordGiven() {
        return settings.adminPassword().isPresent() || settings.adminPasswordFile().isPresent();
    }

    /**
     * Makes the administrator if there is no user at all; whether it did. The file with a generated
     * password is complete before the user is: nobody exists whose password is lost.
     */
    public boolean createIfAlone() {
        users.lockAccounts();
        if (users.count() > 0) {
            return false;
        }
        CreatedUser created = create();
        created.generatedPassword().ifPresent(file::write);
        audit.append(AuditEvent.about(created.user().id(), "first-administrator-created"));
        return true;
    }

    /** Removes a first password that opens nothing any more. */
    public void tidy() {
        boolean waiting =
                sessions.user(settings.adminName()).filter(User::mustChangePassword).isPresent();
        if (!waiting) {
            file.remove();
        }
    }

    private CreatedUser create() {
        try {
            return users.create(
                    new NewUser(
                            settings.adminName(),
                            givenPassword().orElse(null),
                            null,
                            null,
                            Set.of(Role.ADMIN, Role.USER),
                            false));
        } catch (Problem refused) {
            throw new IllegalStateException(
                    "The first administrator cannot be created as configured with"
                            + " ARTIFACTOR_ADMIN_NAME and ARTIFACTOR_ADMIN_PASSWORD: "
                            + refused.detail(),
                    refused);
        }
    }

    private Optional<String> givenPassword() {
        if (settings.adminPassword().isPresent()) {
            return settings.adminPassword();
        }
        return settings.adminPasswordFile().map(FirstAdministrator::firstLine);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file %s of ARTIFACTOR_ADMIN_PASSWORD_FILE cannot be read.".formatted(file),
                    e);
        }
    }
}
