package io.artifactor.artifact;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of share links for those who may change what they open, in short transactions: between
 * them a password is hashed, which is slow on purpose.
 */
@ApplicationScoped
@Transactional
class ShareLinkRows {

    /** So many that nobody loses sight of who has the artifact. */
    private static final int MOST_PER_ARTIFACT = 100;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ArtifactRows artifacts;
    @Inject private Reaches reaches;
    @Inject private AuditLog audit;

    /** Refuses who may not share the artifact. */
    public void requireSharable(Caller caller, ArtifactId id) {
        reaches.requireGrantor(caller, artifacts.readable(caller, id));
    }

    /** The links to the artifact, the newest first. */
    public List<ShareLink> all(Caller caller, ArtifactId id) {
        requireSharable(caller, id);
        return entities.createQuery(
                        "select l from ShareLink l where l.artifactId = :id order by l.id desc",
                        ShareLink.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    public ShareLink get(Caller caller, ShareLinkId id) {
        return find(caller, id, LockModeType.NONE);
    }

    private ShareLink find(Caller caller, ShareLinkId id, LockModeType lock) {
        ShareLink link =
                Optional.ofNullable(entities.find(ShareLink.class, id.value(), lock))
                        .orElseThrow(() -> missing(id));
        try {
            requireSharable(caller, link.artifact());
        } catch (Problem problem) {
            throw problem.code() == ProblemCode.NOT_FOUND ? missing(id) : problem;
        }
        return link;
    }

    private static Problem missing(ShareLinkId id) {
        return Problem.notFound("share link", id);
    }

    /**
     * @param hash of its password, if it has one
     */
    public ShareLink add(Caller caller, ShareLink link, @Nullable String hash) {
        // Requests at once must not pass the limit together.
        artifacts.writable(caller, link.artifact());
        link.version().ifPresent(version -> requireVersion(link.artifact(), version));
        if (all(caller, link.artifact()).size() >= MOST_PER_ARTIFACT) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The artifact has %d links already; revoke one first."
                            .formatted(MOST_PER_ARTIFACT));
        }
        if (hash != null) {
            link.protect(hash);
        }
        entities.persist(link);
        audit.append(noted(caller, link, "share-link-created"));
        return link;
    }

    private void requireVersion(ArtifactId artifact, VersionId version) {
        try {
            artifacts.version(artifact, version);
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                throw Problem.invalid("versionId", "is no version of this artifact.");
            }
            throw problem;
        }
    }

    /**
     * @param hash of its new password, if it gets one
     */
    public ShareLink change(
            Caller caller,
            ShareLinkId id,
            ExpectedRevision expected,
            ShareLinkChange change,
            @Nullable String hash) {
        ShareLink link = find(caller, id, LockModeType.PESSIMISTIC_WRITE);
        StaleWrite.refuse(expected, link.revision(), "share link", link);
        if (link.change(change, hash, ArtifactLibrary.now())) {
            entities.flush();
            audit.append(noted(caller, link, "share-link-changed"));
        }
        return link;
    }

    public void remove(Caller caller, ShareLinkId id, ExpectedRevision expected) {
        ShareLink link = find(caller, id, LockModeType.PESSIMISTIC_WRITE);
        StaleWrite.refuse(expected, link.revision(), "share link", link);
        audit.append(noted(caller, link, "share-link-revoked"));
        entities.remove(link);
    }

    private static AuditEvent noted(Caller caller, ShareLink link, String action) {
        return AuditEvent.by(caller, action, "share-link:" + link.id())
                .with("artifact", link.artifact().toString())
                .with("name", link.name())
                .with("expiresAt", link.expiresAt().toString())
                .with("password", String.valueOf(link.lock().isPresent()))
                .with("maxDownloads", link.maxDownloads().map(String::valueOf).orElse("any"));
    }
}
