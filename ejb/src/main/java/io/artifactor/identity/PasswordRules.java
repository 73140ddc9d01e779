package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be: long, not one that everybody tries, and not the user's name. Nothing
 * is asked about the kinds of its characters, which makes passwords hard for people and not for
 * programs (NIST SP 800-63B, 3.1.1.2). Passwords that are in use already are not looked at again.
 */
final class PasswordRules {

    /** A shorter name may stand in any password by chance. */
    private static final int SHORTEST_NAME = 4;

    private PasswordRules() {}

    static String accept(String field, @Nullable String text, String username) {
        String password = InputRules.password(field, text);
        String lower = password.toLowerCase(Locale.ROOT);
        if (username.length() >= SHORTEST_NAME
                && lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw Problem.invalid(field, "must not contain the user name.");
        }
        if (CommonPasswords.shipped().isCommon(password)) {
            throw Problem.invalid(
                    field,
                    "is one of those that are tried first; a few words that do not belong"
                            + " together are a good one.");
        }
        return password;
    }
}
