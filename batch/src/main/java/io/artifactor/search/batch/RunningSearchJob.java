package io.artifactor.search.batch;

import io.artifactor.search.SearchClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The job of search this server works on, if there is one. For any thread. */
@ApplicationScoped
public class RunningSearchJob {

    private final AtomicReference<@Nullable Run> run = new AtomicReference<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    /** A claim and the execution that works under it. */
    record Run(SearchClaim claim, long execution) {}

    Optional<Run> get() {
        return Optional.ofNullable(run.get());
    }

    /**
     * The claim of that token; gone if the job was given up already, which ends whatever still
     * runs.
     */
    SearchClaim claim(String token) {
        return get().map(Run::claim)
                .filter(claim -> claim.token().equals(UUID.fromString(token)))
                .orElseThrow(() -> new IllegalStateException("Nobody holds the claim " + token));
    }

    void set(Run begun) {
        run.set(begun);
    }

    void clear() {
        run.set(null);
        failure.set(null);
    }

    /** Why the job cannot go on. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Keeps why the job cannot go on. */
    RuntimeException failed(RuntimeException cause) {
        String message = cause.getMessage();
        failure.set(message == null ? cause.getClass().getSimpleName() : message);
        return cause;
    }
}
