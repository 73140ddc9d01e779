package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The door to what a user opened lately. Of each user the last 100 are kept; opening the same
 * artifact again is written down once a minute at most.
 */
@Stateless
public class RecentArtifacts {

    @Inject private ArtifactRows rows;
    @Inject private OpenedArtifacts opened;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** The artifacts the caller opened and may still read, the last one first. */
    public Page<ArtifactView> page(Caller caller, PageRequest request) {
        write(opened.take(caller.user().value()));
        return rows.recent(caller, request);
    }

    /** Writes down what was opened since the last time. */
    public void writeDown() {
        write(opened.take());
    }

    private void write(Map<UUID, Map<UUID, Instant>> byUser) {
        if (byUser.isEmpty()) {
            return;
        }
        // In one order everywhere, so that two servers do not wait for each other.
        Map<String, String> times = new TreeMap<>();
        byUser.forEach((user, artifacts) ->
                artifacts.forEach(
                        (artifact, at) -> times.put(user + " " + artifact, at.toString())));
        String[] keys = times.keySet().toArray(String[]::new);
        entities.createNativeQuery(
                        """
                        insert into recent_artifact (user_id, artifact_id, opened_at)
                        select cast(split_part(o.key, ' ', 1) as uuid), a.id,
                            cast(o.at as timestamptz)
                        from unnest(cast(:keys as text[]), cast(:times as text[])) as o (key, at)
                            join artifact a on a.id = cast(split_part(o.key, ' ', 2) as uuid)
                        order by o.key
                        on conflict (user_id, artifact_id) do update
                            set opened_at = excluded.opened_at
                            where recent_artifact.opened_at
                                < excluded.opened_at - interval '1 minute'
                        """)
                .setParameter("keys", keys)
                .setParameter("times", times.values().toArray(String[]::new))
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        delete from recent_artifact r using (
                            select user_id, artifact_id, row_number() over (
                                partition by user_id order by opened_at desc, artifact_id desc) as place
                            from recent_artifact where user_id = any(cast(:users as uuid[]))) as kept
                        where kept.place > :most
                            and r.user_id = kept.user_id and r.artifact_id = kept.artifact_id
                        """)
                .setParameter(
                        "users",
                        byUser.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("most", OpenedArtifacts.MOST)
                .executeUpdate();
    }
}
