package io.artifactor.artifact;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.quota.Booking;
import io.artifactor.quota.Holder;
import io.artifactor.quota.StorageUse;
import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Takes artifacts into another workspace, in a number of statements that does not depend on how
 * many they are. Their tags and categories are found there by name; what cannot come along stays:
 * the folder, the conversation, and the place in an export, so that importing it again does not
 * bring the artifact back to where it was. Has no permission check of its own.
 */
@ApplicationScoped
class Relocation {

    @Inject private WorkspaceLocks locks;
    @Inject private TagRows tags;
    @Inject private Shelf shelf;
    @Inject private Reaches reaches;
    @Inject private KeptBytes sizes;
    @Inject private StorageUse use;
    @Inject private AuditLog audit;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** To be called before the rows of the artifacts are locked. */
    void prepare(Collection<UUID> ids, WorkspaceId to) {
        Set<WorkspaceId> concerned =
                new TreeSet<>(Comparator.comparing(workspace -> workspace.value()));
        concerned.addAll(tags.workspacesOf(ids));
        concerned.add(to);
        concerned.forEach(locks::useTags);
    }

    /** What moving it there gives and takes; its owner stays the same. */
    Booking booking(Artifact artifact, WorkspaceId to) {
        long bytes = sizes.of(artifact.id());
        return new Booking().add(Holder.of(artifact.workspace()), -bytes).add(Holder.of(to), bytes);
    }

    /** For many, each of which finds room there or stays. */
    Departure departure(Collection<UUID> ids, WorkspaceId to) {
        return new Departure(to, sizes.of(ids), use.room());
    }

    /**
     * Moves all of them; to be called when nothing else is to be locked.
     *
     * @param folder of where they go; an empty text for the top
     */
    void move(Caller caller, Departure departure, String folder) {
        Instant now = ArtifactLibrary.now();
        move(caller, departure.leaving(), departure.to(), now);
        Placement placement = Placement.in(folder);
        departure.leaving().forEach(artifact -> shelf.change(artifact, placement, now));
        entities.flush();
        use.book(departure.booking());
    }

    /**
     * Moves those that are not there yet; the transaction holds their rows.
     *
     * @return those that were moved
     */
    List<Artifact> move(Caller caller, Collection<Artifact> artifacts, WorkspaceId to, Instant at) {
        List<Artifact> leaving =
                artifacts.stream().filter(artifact -> !artifact.workspace().equals(to)).toList();
        if (leaving.isEmpty()) {
            return leaving;
        }
        leaving.forEach(artifact -> note(caller, artifact, to));
        UUID[] ids = leaving.stream().map(it -> it.id().value()).toArray(UUID[]::new);
        leaveBehind(ids);
        takeTags(ids, to);
        Map<UUID, UUID> categories = categoriesIn(ids, to);
        for (Artifact artifact : leaving) {
            ArtifactPlace there =
                    new ArtifactPlace(
                            null,
                            categories.get(artifact.id().value()),
                            artifact.place().properties(),
                            artifact.place().readers());
            artifact.move(to, there, false, at);
        }
        entities.flush();
        leaving.forEach(reaches::changed);
        return leaving;
    }

    private void note(Caller caller, Artifact artifact, WorkspaceId to) {
        audit.append(
                AuditEvent.by(caller, "artifact-moved", "artifact:" + artifact.id())
                        .with("from", artifact.workspace().toString())
                        .with("to", to.toString()));
    }

    private void leaveBehind(UUID[] ids) {
        entities.createNativeQuery(
                        """
                        insert into purged_source_key (workspace_id, source_key, artifact_id, title, owner_id)
                        select workspace_id, source_key, id, title,
                            case visibility when 'private' then owner_id end
                            from artifact
                        where id = any(cast(:ids as uuid[])) and source_key is not null
                        on conflict (workspace_id, source_key) do update
                            set owner_id = null, title = excluded.title,
                                artifact_id = excluded.artifact_id
                            where purged_source_key.owner_id is not null
                                and excluded.owner_id is null
                        """)
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        update artifact set source_key = null, conversation_id = null
                        where id = any(cast(:ids as uuid[]))
                            and (source_key is not null or conversation_id is not null)
                        """)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    private void takeTags(UUID[] ids, WorkspaceId to) {
        String make =
                """
                insert into tag (id, workspace_id, name, name_key, created_at)
                select gen_random_uuid(), :target, min(t.name), t.name_key, now()
                from artifact_tag x join tag t on t.id = x.tag_id
                where x.artifact_id = any(cast(:ids as uuid[])) and t.workspace_id <> :target
                group by t.name_key order by t.name_key
                on conflict (workspace_id, name_key) do nothing
                """;
        String give =
                """
                insert into artifact_tag (artifact_id, tag_id)
                select x.artifact_id, there.id from artifact_tag x join tag t on t.id = x.tag_id
                join tag there on there.workspace_id = :target and there.name_key = t.name_key
                where x.artifact_id = any(cast(:ids as uuid[])) and t.workspace_id <> :target
                on conflict do nothing
                """;
        String take =
                """
                delete from artifact_tag x using tag t
                where t.id = x.tag_id and t.workspace_id <> :target
                    and x.artifact_id = any(cast(:ids as uuid[]))
                """;
        for (String sql : new String[] {make, give, take}) {
            entities.createNativeQuery(sql)
                    .setParameter("ids", ids)
                    .setParameter("target", to.value())
                    .executeUpdate();
        }
    }

    /** By artifact; one built in is everywhere, one of the old workspace goes by its name. */
    private Map<UUID, UUID> categoriesIn(UUID[] ids, WorkspaceId to) {
        Map<UUID, UUID> found = new HashMap<>();
        entities.createQuery(
                        """
                        select a.id, there.id from Artifact a
                        join Category c on c.id = a.place.categoryId
                        join Category there on there.nameKey = c.nameKey
                            and (there.workspaceId = :target
                                or there.workspaceId is null and there.id = c.id)
                        where array_has(:ids, a.id)
                        order by case when there.id = c.id then 1 else 0 end
                        """,
                        Object[].class)
                .setParameter("target", to.value())
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> found.put((UUID) row[0], (UUID) row[1]));
        return found;
    }
}
