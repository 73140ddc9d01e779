package io.artifactor.retention.batch;

import io.artifactor.retention.RetentionClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The run of a rule this server works on, if there is one. For any thread. */
@ApplicationScoped
public class RunningRetention {

    private final AtomicReference<@Nullable Execution> current = new AtomicReference<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    /** A claim and the execution of the job that works under it. */
    record Execution(RetentionClaim claim, long id) {}

    Optional<Execution> get() {
        return Optional.ofNullable(current.get());
    }

    /**
     * The claim of that token; gone if the run was given up already, which ends whatever still
     * works on it.
     */
    RetentionClaim claim(String token) {
        return get().map(Execution::claim)
                .filter(claim -> claim.token().equals(UUID.fromString(token)))
                .orElseThrow(() -> new IllegalStateException("Nobody holds the claim " + token));
    }

    void set(Execution begun) {
        current.set(begun);
    }

    void clear() {
        current.set(null);
        failure.set(null);
    }

    /** Why the run cannot go on; empty if nobody said. */
    String failure() {
        return Optional.ofNullable(failure.get()).orElse("");
    }

    /** Keeps why the run cannot go on. */
    RuntimeException failed(RuntimeException cause) {
        String message = cause.getMessage();
        failure.set(message == null ? cause.getClass().getSimpleName() : message);
        return cause;
    }
}
