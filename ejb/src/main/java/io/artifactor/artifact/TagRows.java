package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of tags, and of which artifact has which. */
@ApplicationScoped
class TagRows {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    Optional<Tag> find(TagId id) {
        return Optional.ofNullable(entities.find(Tag.class, id.value()));
    }

    Optional<Tag> find(WorkspaceId workspace, String name) {
        return entities.createQuery(
                        "select t from Tag t where t.workspaceId = :workspace and t.nameKey = :key",
                        Tag.class)
                .setParameter("workspace", workspace.value())
                .setParameter("key", NameRules.key(name))
                .getResultStream()
                .findFirst();
    }

    /**
     * Lets the artifact, which has a row, have these tags and no others; the workspace's tags must
     * be {@linkplain WorkspaceLocks#useTags in use}.
     *
     * @return whether it had others before
     */
    boolean replace(Artifact artifact, TagNames names) {
        UUID id = artifact.id().value();
        List<String> before =
                entities.createQuery(
                                """
                                select t.nameKey from ArtifactTag x join Tag t on t.id = x.key.tagId
                                where x.key.artifactId = :artifact
                                """,
                                String.class)
                        .setParameter("artifact", id)
                        .getResultList();
        if (names.areThese(before)) {
            return false;
        }
        if (!before.isEmpty()) {
            entities.createNativeQuery(
                            """
                            delete from artifact_tag where artifact_id = :artifact and tag_id not in (
                                select id from tag
                                where workspace_id = :workspace
                                    and name_key = any(cast(:keys as text[])))
                            """)
                    .setParameter("artifact", id)
                    .setParameter("workspace", artifact.workspace().value())
                    .setParameter("keys", names.keys())
                    .executeUpdate();
        }
        give(artifact, names);
        return true;
    }

    void give(Artifact artifact, TagNames names) {
        giveTo(artifact.workspace(), List.of(artifact.id().value()), names);
    }

    /** Whoever makes the same tag at the same time is waited for, and its tag taken. */
    private void make(WorkspaceId workspace, TagNames names) {
        entities.createNativeQuery(
                        """
                        insert into tag (id, workspace_id, name, name_key, created_at)
                        select gen_random_uuid(), :workspace, name, key, now()
                        from unnest(cast(:names as text[]), cast(:keys as text[])) as t (name, key)
                        order by key
                        on conflict (workspace_id, name_key) do nothing
                        """)
                .setParameter("workspace", workspace.value())
                .setParameter("names", names.names())
                .setParameter("keys", names.keys())
                .executeUpdate();
    }

    /** The workspaces of these artifacts, in one order everywhere. */
    List<WorkspaceId> workspacesOf(Collection<UUID> artifacts) {
        return entities.createQuery(
                        """
                        select distinct a.workspaceId from Artifact a where array_has(:ids, a.id)
                        order by a.workspaceId
                        """,
                        UUID.class)
                .setParameter("ids", artifacts.toArray(UUID[]::new))
                .getResultStream()
                .map(WorkspaceId::new)
                .toList();
    }

    /** What the tags of each of these artifacts are compared by; nothing for one without any. */
    Map<UUID, Set<String>> keysOf(Collection<UUID> artifacts) {
        return entities.createQuery(
                        """
                        select x.key.artifactId, t.nameKey from ArtifactTag x
                        join Tag t on t.id = x.key.tagId where array_has(:ids, x.key.artifactId)
                        """,
                        Object[].class)
                .setParameter("ids", artifacts.toArray(UUID[]::new))
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
    }

    /** Takes the tags from all of these artifacts, which are of the workspace. */
    void takeFrom(WorkspaceId workspace, Collection<UUID> artifacts, Set<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        entities.createNativeQuery(
                        """
                        delete from artifact_tag x using tag t
                        where t.id = x.tag_id and t.workspace_id = :workspace
                            and t.name_key = any(cast(:keys as text[]))
                            and x.artifact_id = any(cast(:artifacts as uuid[]))
                        """)
                .setParameter("workspace", workspace.value())
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("artifacts", artifacts.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Gives the tags to all of these artifacts, which are of the workspace. */
    void giveTo(WorkspaceId workspace, Collection<UUID> artifacts, TagNames names) {
        if (names.isEmpty()) {
            return;
        }
        make(workspace, names);
        entities.createNativeQuery(
                        """
                        insert into artifact_tag (artifact_id, tag_id)
                        select a.id, t.id from unnest(cast(:artifacts as uuid[])) as a (id), tag t
                        where t.workspace_id = :workspace
                            and t.name_key = any(cast(:keys as text[]))
                        on conflict do nothing
                        """)
                .setParameter("artifacts", artifacts.toArray(UUID[]::new))
                .setParameter("workspace", workspace.value())
                .setParameter("keys", names.keys())
                .executeUpdate();
    }

    /**
     * Counts a change of every artifact with the tag, the deleted ones too, and gives their ids.
     */
    List<UUID> touchArtifacts(Tag tag) {
        entities.createNativeQuery(
                        """
                        update artifact set revision = revision + 1
                        where id in (select artifact_id from artifact_tag where tag_id = :tag)
                        """)
                .setParameter("tag", tag.id().value())
                .executeUpdate();
        return entities.createQuery(
                        "select x.key.artifactId from ArtifactTag x where x.key.tagId = :tag",
                        UUID.class)
                .setParameter("tag", tag.id().value())
                .getResultList();
    }

    void giveAll(Tag from, Tag into) {
        entities.createNativeQuery(
                        """
                        insert into artifact_tag (artifact_id, tag_id)
                        select artifact_id, :into from artifact_tag where tag_id = :from
                        on conflict do nothing
                        """)
                .setParameter("from", from.id().value())
                .setParameter("into", into.id().value())
                .executeUpdate();
    }

    /** Takes the tag from all artifacts and deletes it. */
    void delete(Tag tag) {
        entities.createNativeQuery("delete from tag where id = :id")
                .setParameter("id", tag.id().value())
                .executeUpdate();
    }
}
