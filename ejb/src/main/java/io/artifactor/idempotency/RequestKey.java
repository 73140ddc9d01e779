package io.artifactor.idempotency;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import java.util.regex.Pattern;

/**
 * How a user named a request.
 *
 * @param request its method and path
 */
public record RequestKey(UserId user, String key, String request) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    public RequestKey {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(
                    "Idempotency-Key",
                    "must be 8 to 128 visible ASCII characters, such as a UUID.");
        }
    }
}
