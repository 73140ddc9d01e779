package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.quota.Booking;
import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many bytes artifacts have in all of their versions, as quotas count them. */
@ApplicationScoped
class KeptBytes {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Of an artifact whose row the transaction holds, so that no version comes meanwhile. */
    long of(ArtifactId id) {
        return of(List.of(id.value())).getOrDefault(id.value(), 0L);
    }

    /** By artifact; what has no version is left out. */
    Map<UUID, Long> of(Collection<UUID> ids) {
        Map<UUID, Long> bytes = new HashMap<>();
        entities.createQuery(
                        """
                        select v.artifactId, sum(v.size) from ArtifactVersion v
                        where array_has(:ids, v.artifactId) group by v.artifactId
                        """,
                        Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> bytes.put((UUID) row[0], (Long) row[1]));
        return bytes;
    }

    /** What their owners and workspaces get back when they are gone. */
    Booking release(Collection<UUID> ids) {
        Booking booking = new Booking();
        entities.createQuery(
                        """
                        select a.ownerId, a.workspaceId, sum(v.size)
                        from Artifact a join ArtifactVersion v on v.artifactId = a.id
                        where array_has(:ids, a.id) group by a.ownerId, a.workspaceId
                        """,
                        Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row ->
                        booking.add(
                                new UserId((UUID) row[0]),
                                new WorkspaceId((UUID) row[1]),
                                -(Long) row[2]));
        return booking;
    }
}
