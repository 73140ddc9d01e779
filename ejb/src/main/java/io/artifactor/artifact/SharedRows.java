package io.artifactor.artifact;

import io.artifactor.identity.ActiveUsers;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.workspace.WorkspaceRole;
import io.artifactor.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Finds what guests have a link to, in short transactions of its own. */
@ApplicationScoped
@Transactional
class SharedRows {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ActiveUsers users;
    @Inject private Workspaces workspaces;
    @Inject private AuditLog audit;

    /** What the link of that hash leads to, if whoever made it may still share that. */
    public Optional<SharedArtifact> find(String hash) {
        return entities.createQuery(
                        """
                        select l, a, v from ShareLink l
                        join Artifact a on a.id = l.artifactId
                        join ArtifactVersion v on v.id = coalesce(l.versionId, a.headId)
                        where l.tokenHash = :hash and a.deletedAt is null
                        """,
                        Object[].class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(row ->
                        new SharedArtifact(
                                (ShareLink) row[0],
                                (Artifact) row[1],
                                (ArtifactVersion) row[2],
                                ((ShareLink) row[0]).lock().isPresent()))
                .filter(this::mayStillBeShared);
    }

    private boolean mayStillBeShared(SharedArtifact shared) {
        Artifact artifact = shared.artifact();
        boolean anothers =
                artifact.place().visibility() == Visibility.PRIVATE
                        && !artifact.owner().equals(shared.link().creator());
        WorkspaceRole needed = anothers ? WorkspaceRole.ADMIN : WorkspaceRole.EDITOR;
        return users.find(shared.link().creator())
                .flatMap(creator -> workspaces.roleOf(creator, artifact.workspace()))
                .filter(role -> role.covers(needed))
                .isPresent();
    }

    /** Counts a download, in one statement with the look at what is left; false if nothing is. */
    public boolean count(SharedArtifact shared) {
        ShareLink link = shared.link();
        Instant now = ArtifactLibrary.now();
        int counted =
                entities.createNativeQuery(
                                """
                                update share_link
                                set downloads = downloads + 1, last_download_at = :now
                                where id = :id and expires_at > :now
                                    and (max_downloads is null or downloads < max_downloads)
                                """)
                        .setParameter("id", link.id().value())
                        .setParameter("now", now)
                        .executeUpdate();
        if (counted > 0 && isFirstOfDay(link.id(), now)) {
            audit.append(
                    new AuditEvent(
                            "share-link-opened",
                            null,
                            "share-link:" + link.id(),
                            Map.of(
                                    "artifact", link.artifact().toString(),
                                    "version", shared.version().id().toString())));
        }
        return counted > 0;
    }

    private boolean isFirstOfDay(ShareLinkId id, Instant now) {
        return entities.createNativeQuery(
                                """
                                update share_link set opened_on = :today
                                where id = :id and (opened_on is null or opened_on < :today)
                                """)
                        .setParameter("id", id.value())
                        .setParameter("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate()
                > 0;
    }
}
