package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many artifacts of a workspace lie where, as far as somebody may read them. */
final class ArtifactCounts {

    private ArtifactCounts() {}

    /**
     * By the id of the place; those with none are left out.
     *
     * @param place the attribute that names it, such as {@code folderId}
     */
    static Map<UUID, Long> by(
            String place, EntityManager entities, WorkspaceId workspace, Reach reach) {
        TypedQuery<Object[]> query =
                entities.createQuery(
                                """
                                select a.place.PLACE, count(a) from Artifact a
                                where a.workspaceId = :workspace and a.place.PLACE is not null
                                    and a.deletedAt is null and READABLE
                                group by a.place.PLACE
                                """
                                        .replace("PLACE", place)
                                        .replace("READABLE", reach.condition()),
                                Object[].class)
                        .setParameter("workspace", workspace.value());
        return reach.bind(query)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }
}
