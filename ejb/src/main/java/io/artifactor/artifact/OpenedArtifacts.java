package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who opened what since it was last written down, in memory: reading must not cost a write. What a
 * server that dies has not written yet is forgotten, which nobody misses. Safe for all threads.
 */
@ApplicationScoped
public class OpenedArtifacts {

    /** More are not kept of one user, so that nobody fills the memory. */
    static final int MOST = 100;

    private final Map<UUID, Map<UUID, Instant>> byUser = new ConcurrentHashMap<>();

    /** To be called for an artifact the caller was shown. */
    public void note(Caller caller, ArtifactId artifact) {
        note(caller.user().value(), artifact.value(), ArtifactLibrary.now());
    }

    void note(UUID user, UUID artifact, Instant at) {
        byUser.compute(user, (id, before) -> with(before, artifact, at));
    }

    /** Changed inside of {@code compute} only, so by one thread at a time. */
    private static Map<UUID, Instant> with(
            @Nullable Map<UUID, Instant> before, UUID artifact, Instant at) {
        Map<UUID, Instant> opened = before == null ? new LinkedHashMap<>() : before;
        opened.remove(artifact);
        opened.put(artifact, at);
        if (opened.size() > MOST) {
            opened.remove(opened.keySet().iterator().next());
        }
        return opened;
    }

    /** What is not written down yet, which it counts as from now on. */
    Map<UUID, Map<UUID, Instant>> take() {
        Map<UUID, Map<UUID, Instant>> taken = new LinkedHashMap<>();
        for (UUID user : byUser.keySet()) {
            Map<UUID, Instant> opened = byUser.remove(user);
            if (opened != null) {
                taken.put(user, opened);
            }
        }
        return taken;
    }

    /** The same of one user. */
    Map<UUID, Map<UUID, Instant>> take(UUID user) {
        Map<UUID, Instant> opened = byUser.remove(user);
        return opened == null ? Map.of() : Map.of(user, opened);
    }
}
