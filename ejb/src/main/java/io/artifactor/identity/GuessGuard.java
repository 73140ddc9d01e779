package io.artifactor.identity;

import io.artifactor.cache.OnceInAWhile;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a password be tried, unless too many were wrong just before. What has to wait is refused
 * without a look at the password, and told the same whether there is such an account or not. Safe
 * for all threads.
 */
@ApplicationScoped
class GuessGuard {

    @Inject private Attempts attempts;
    @Inject private SessionStore sessions;

    /** Whose waiting was noted lately: a flood is to fill neither the log nor the disk. */
    private final OnceInAWhile noted = new OnceInAWhile(Duration.ofMinutes(1));

    /**
     * What the check gives.
     *
     * @param user whose password it is, if there is such a user
     * @param check throws a {@link Problem} for a wrong password
     */
    public <T> T guarded(List<AttemptLane> lanes, Optional<UserId> user, Supplier<T> check) {
        return guarded(
                lanes, () -> sessions.noteRefusal(user.orElse(null), "too-many-failures"), check);
    }

    /**
     * The same for a password that is nobody's own.
     *
     * @param note writes down that somebody has to wait, once in a while
     */
    public <T> T guarded(List<AttemptLane> lanes, Runnable note, Supplier<T> check) {
        Optional<Duration> wait = attempts.begin(lanes);
        if (wait.isPresent()) {
            if (noted.isNew(lanes.getFirst().key())) {
                note.run();
            }
            throw tooMany(wait.get());
        }
        T result;
        try {
            result = check.get();
        } catch (Problem problem) {
            if (isNoGuess(problem.code())) {
                attempts.withdrawn(lanes);
            }
            throw problem;
        }
        attempts.succeeded(lanes);
        return result;
    }

    /**
     * A right password without its code is no failure. It does not forgive any either, or who knows
     * the password could guess codes for ever.
     */
    private static boolean isNoGuess(ProblemCode code) {
        return code == ProblemCode.UNAVAILABLE || code == ProblemCode.SECOND_FACTOR_REQUIRED;
    }

    private static Problem tooMany(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return new Problem(
                ProblemCode.TOO_MANY_REQUESTS,
                "Too many attempts failed; try again in %d s.".formatted(seconds),
                Map.of(Problem.RETRY_AFTER, seconds));
    }
}
