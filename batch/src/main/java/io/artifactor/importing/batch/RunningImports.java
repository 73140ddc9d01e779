package io.artifactor.importing.batch;

import io.artifactor.importing.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The imports this server works on, by the token of their claims. For any thread. */
@ApplicationScoped
public class RunningImports {

    private final Map<UUID, RunningImport> running = new ConcurrentHashMap<>();

    RunningImport add(Claim claim) {
        RunningImport added = new RunningImport(claim);
        running.put(claim.token(), added);
        return added;
    }

    /**
     * The job's own entry; gone if the job was given up already, which ends whatever still runs.
     */
    RunningImport get(String token) {
        RunningImport found = running.get(UUID.fromString(token));
        if (found == null) {
            throw new IllegalStateException("No job of this server holds the claim " + token);
        }
        return found;
    }

    Optional<RunningImport> remove(String token) {
        return Optional.ofNullable(running.remove(UUID.fromString(token)));
    }

    Collection<RunningImport> all() {
        return List.copyOf(running.values());
    }

    Set<UUID> tokens() {
        return Set.copyOf(running.keySet());
    }

    int size() {
        return running.size();
    }
}
