package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.util.regex.Pattern;

/** What an e-mail address looks like; whether it exists, only a message to it can tell. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[^@\\s<>()\\[\\],;:\\\\\"]{1,64}@[^@\\s<>()\\[\\],;:\\\\\"]{1,189}");

    private EmailAddress() {}

    /** The address in a text somebody sent in that field. */
    public static String of(String field, String text) {
        String email = InputRules.line(field, text, LONGEST);
        if (!FORM.matcher(email).matches() || email.endsWith(".") || email.contains("..")) {
            throw Problem.invalid(field, "is not an e-mail address such as ada@example.org.");
        }
        return email;
    }
}
