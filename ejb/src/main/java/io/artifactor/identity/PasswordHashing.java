package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id, at the parameters OWASP's password storage cheat sheet recommends.
 *
 * <p>Every computation takes {@code memoryKib} of heap, so only a few run at once and only a few
 * more may wait; beyond that callers are turned away, and a flood of sign-ins cannot exhaust the
 * server. Safe for all threads.
 */
final class PasswordHashing {

    /** 19 MiB, two passes, one lane. */
    static final Cost RECOMMENDED = new Cost(19 * 1024, 2, 1);

    private static final int OUTPUT_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2Function argon2;
    private final Semaphore running;
    private final Bounds bounds;
    private final String hashOfNobody;

    PasswordHashing(Cost cost, Bounds bounds) {
        this.argon2 =
                Argon2Function.getInstance(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.parallelism(),
                        OUTPUT_BYTES,
                        Argon2.ID);
        this.running = new Semaphore(bounds.running(), true);
        this.bounds = bounds;
        this.hashOfNobody = hash("the password of nobody");
    }

    /** What is stored for a password: parameters, salt and hash in the usual text form. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        begin(bounds.waiting());
        try {
            return argon2.hash(normalized(password), salt).getResult();
        } finally {
            running.release();
        }
    }

    /**
     * Whether the password belongs to the hash. Without a hash (an unknown user, a user without a
     * password) it is false after the same amount of work, so that time tells nothing.
     */
    boolean matches(String password, @Nullable String hash) {
        return matches(password, hash, bounds.waiting());
    }

    /** The same for whom the account knows: strangers at the door leave room for them to wait. */
    boolean matchesOfKnown(String password, @Nullable String hash) {
        return matches(password, hash, 2 * bounds.waiting());
    }

    private boolean matches(String password, @Nullable String hash, int waiting) {
        String stored = hash == null ? hashOfNobody : hash;
        begin(waiting);
        try {
            boolean same =
                    Argon2Function.getInstanceFromHash(stored)
                            .check(normalized(password), stored.getBytes(UTF_8));
            return same && hash != null;
        } finally {
            running.release();
        }
    }

    /** Whether the hash was made at another cost than today's and should be made anew. */
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }

    private void begin(int waiting) {
        if (running.getQueueLength() >= waiting) {
            throw busy();
        }
        try {
            if (!running.tryAcquire(bounds.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemCode.UNAVAILABLE, "The server is shutting down.", e);
        }
    }

    private static Problem busy() {
        return new Problem(
                ProblemCode.UNAVAILABLE,
                "Too many sign-ins are being checked at the moment; try again shortly.");
    }

    // The same typed password reaches us composed or decomposed, depending on the keyboard.
    private static byte[] normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
    }

    /** What one computation costs. */
    record Cost(int memoryKib, int iterations, int parallelism) {}

    /**
     * How much may happen at once.
     *
     * @param running computations at the same time
     * @param waiting callers that may queue for them, and as many more whom the account knows
     * @param patience how long a caller waits
     */
    record Bounds(int running, int waiting, Duration patience) {}
}
