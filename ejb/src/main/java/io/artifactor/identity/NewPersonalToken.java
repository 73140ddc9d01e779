package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The personal token a user asks for.
 *
 * @param name what the owner calls it, 1 to 100 characters
 * @param scopes what it may be used for; read, write or scim must be among them
 * @param expiresAt when it stops working, or null for never
 */
public record NewPersonalToken(String name, Set<TokenScope> scopes, @Nullable Instant expiresAt) {

    private static final int NAME_LENGTH = 100;
    private static final Duration LONGEST = Duration.ofDays(3660);

    public NewPersonalToken {
        name = InputRules.line("name", name, NAME_LENGTH);
        scopes = Set.copyOf(scopes);
        if (scopes.stream().allMatch(TokenScope.ADMIN::equals)) {
            throw Problem.invalid(
                    "scopes", "must contain read, write or scim; admin alone opens no request.");
        }
    }

    void requireEndAfter(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Problem.invalid("expiresAt", "is in the past.");
        }
        if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid(
                    "expiresAt", "is more than ten years away; leave it out for no end.");
        }
    }
}
