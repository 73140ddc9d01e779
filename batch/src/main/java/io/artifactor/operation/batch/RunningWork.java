package io.artifactor.operation.batch;

import io.artifactor.operation.ClaimedWork;
import io.artifactor.operation.WorkClaim;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The work this server does, of each kind one piece at most. For any thread. */
@ApplicationScoped
public class RunningWork {

    @Inject @Any private Instance<ClaimedWork> works;

    private final Map<String, ClaimedWork> kinds = new ConcurrentHashMap<>();
    private final Map<String, Execution> current = new ConcurrentHashMap<>();
    private final Map<UUID, String> failures = new ConcurrentHashMap<>();

    /** A claim and the execution of the job that works under it. */
    record Execution(WorkClaim claim, long id) {}

    /** Once: each look-up of a session bean would be kept as long as this is. */
    @PostConstruct
    void gather() {
        works.forEach(work -> kinds.put(work.kind(), work));
    }

    Collection<ClaimedWork> works() {
        return kinds.values();
    }

    Optional<Execution> of(ClaimedWork work) {
        return Optional.ofNullable(current.get(work.kind()));
    }

    void begin(ClaimedWork work, Execution begun) {
        current.put(work.kind(), begun);
    }

    /** Forgets the claim, which ends whatever still works under it. */
    void end(ClaimedWork work) {
        Execution ended = current.remove(work.kind());
        if (ended != null) {
            failures.remove(ended.claim().token());
        }
    }

    /** Why the work under that claim cannot go on; empty if nobody said. */
    String failure(WorkClaim claim) {
        return failures.getOrDefault(claim.token(), "");
    }

    /** Asks the work for something, under the claim of that token. */
    <T> T ask(String kind, String token, BiFunction<ClaimedWork, WorkClaim, T> step) {
        ClaimedWork work =
                Optional.ofNullable(kinds.get(kind))
                        .orElseThrow(() -> new IllegalArgumentException("No work is " + kind));
        WorkClaim claim =
                of(work).map(Execution::claim)
                        .filter(it -> it.token().equals(UUID.fromString(token)))
                        .orElseThrow(
                                () -> new IllegalStateException("Nobody holds the claim " + token));
        try {
            return step.apply(work, claim);
        } catch (RuntimeException e) {
            String message = e.getMessage();
            failures.put(claim.token(), message == null ? e.getClass().getSimpleName() : message);
            throw e;
        }
    }

    /** Has the work do something, under the claim of that token. */
    void run(String kind, String token, BiConsumer<ClaimedWork, WorkClaim> step) {
        ask(
                kind,
                token,
                (work, claim) -> {
                    step.accept(work, claim);
                    return claim;
                });
    }
}
