package io.artifactor.artifact;

import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes who reads artifacts without a grant. Takes part in the transaction of the door that asks,
 * which holds their rows.
 */
@ApplicationScoped
class Readership {

    @Inject private Reaches reaches;
    @Inject private AuditLog audit;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Lets others read the artifact, if the caller decides about it; says whether that differs. */
    boolean change(Caller caller, Artifact artifact, Visibility to, Instant at) {
        if (!differs(caller, artifact, to)) {
            return false;
        }
        change(caller, List.of(artifact), to, at);
        return true;
    }

    /**
     * Whether others read the artifact than those that are to read it.
     *
     * @throws Problem {@code FORBIDDEN} if they do and the caller does not decide about it
     */
    boolean differs(Caller caller, Artifact artifact, Visibility to) {
        if (to == artifact.place().visibility()) {
            return false;
        }
        reaches.requireDecider(caller, artifact);
        return true;
    }

    /**
     * Lets others read artifacts that {@linkplain #differs differ}, in a number of statements that
     * does not depend on how many they are.
     */
    void change(Caller caller, Collection<Artifact> artifacts, Visibility to, Instant at) {
        if (artifacts.isEmpty()) {
            return;
        }
        yieldPlaces(artifacts, to, Optional.empty());
        Map<Visibility, List<UUID>> before = new EnumMap<>(Visibility.class);
        for (Artifact artifact : artifacts) {
            ArtifactPlace place = artifact.place();
            before.computeIfAbsent(place.visibility(), none -> new ArrayList<>())
                    .add(artifact.id().value());
            artifact.move(artifact.workspace(), place.readBy(to), false, at);
        }
        reaches.changed();
        before.forEach((from, ids) -> note(caller, ids, from, to));
    }

    private void note(Caller caller, List<UUID> ids, Visibility from, Visibility to) {
        audit.appendAll(
                caller,
                "artifact-visibility-changed",
                "artifact",
                ids,
                Map.of("from", from.id(), "to", to.id()));
    }

    /** What its new owner keeps private from the same place in the same export stays there. */
    void yieldPlace(Artifact artifact, UserId heir) {
        yieldPlaces(List.of(artifact), Visibility.PRIVATE, Optional.of(heir));
    }

    /**
     * What another imported, while these were private, from the same place in the same export,
     * keeps that place. Of several that come to be read by the same people, one keeps it.
     *
     * @param heir whose they are about to be, if another's than now
     */
    private void yieldPlaces(
            Collection<Artifact> artifacts, Visibility visibility, Optional<UserId> heir) {
        entities.createNativeQuery(
                        """
                        update artifact a set source_key = null
                        where a.id = any(cast(:ids as uuid[])) and a.source_key is not null
                            and exists (
                                select from artifact o
                                where o.id <> a.id and o.source_key = a.source_key
                                    and o.workspace_id = a.workspace_id
                                    and case when :visibility = 'private'
                                        then o.visibility = 'private'
                                            and o.owner_id = coalesce(
                                                cast(nullif(:heir, '') as uuid), a.owner_id)
                                        else o.visibility <> 'private'
                                            or a.visibility = 'private' and o.id < a.id
                                                and o.id = any(cast(:ids as uuid[])) end)
                        """)
                .setParameter(
                        "ids", artifacts.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .setParameter("visibility", visibility.id())
                .setParameter("heir", heir.map(UserId::toString).orElse(""))
                .executeUpdate();
    }
}
