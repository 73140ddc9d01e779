package io.artifactor.identity;

import io.artifactor.cache.OnceInAWhile;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be: long, not one that everybody tries or that others lost, and not the
 * user's name. Nothing is asked about the kinds of its characters, which makes passwords hard for
 * people and not for programs (NIST SP 800-63B, 3.1.1.2). Passwords that are in use already are not
 * looked at again. Safe for all threads; may read a file, so no transaction should wait for it.
 */
final class PasswordRules {

    private static final Logger LOG = Logger.getLogger(PasswordRules.class.getName());

    /** A shorter name may stand in any password by chance. */
    private static final int SHORTEST_NAME = 4;

    private final CommonPasswords common;
    private final BreachedPasswords breached;
    private final Optional<BreachedFile> file;
    private final OnceInAWhile logged = new OnceInAWhile(Duration.ofMinutes(1));

    /**
     * @param file the operator's list of breached passwords, if there is one
     */
    PasswordRules(CommonPasswords common, BreachedPasswords breached, Optional<BreachedFile> file) {
        this.common = common;
        this.breached = breached;
        this.file = file;
    }

    String accept(String field, @Nullable String text, String username) {
        String password = InputRules.password(field, text);
        String lower = password.toLowerCase(Locale.ROOT);
        if (username.length() >= SHORTEST_NAME
                && lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw Problem.invalid(field, "must not contain the user name.");
        }
        if (common.isCommon(password)) {
            throw Problem.invalid(
                    field,
                    "is one of those that are tried first; a few words that do not belong"
                            + " together are a good one.");
        }
        if (breached.contains(password) || isInFile(password)) {
            throw Problem.invalid(
                    field,
                    "is known from accounts that were broken into; choose one that nobody had"
                            + " before.");
        }
        return password;
    }

    /** The operator's list of breached passwords, if there is one. */
    Optional<BreachedFile> file() {
        return file;
    }

    private boolean isInFile(String password) {
        if (file.isEmpty()) {
            return false;
        }
        try {
            String composed = Normalizer.normalize(password, Normalizer.Form.NFKC);
            return file.get().contains(password)
                    || (!composed.equals(password) && file.get().contains(composed));
        } catch (IOException e) {
            if (logged.isNew("file")) {
                LOG.log(
                        Level.SEVERE,
                        "The file of ARTIFACTOR_BREACHED_PASSWORDS cannot be used, and no new"
                                + " password is taken until it can: {0}",
                        e.toString());
            }
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "New passwords cannot be compared with those that were broken into right now,"
                            + " so none is taken; tell whoever runs this server.");
        }
    }
}
