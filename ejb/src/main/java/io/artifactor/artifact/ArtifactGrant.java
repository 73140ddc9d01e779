package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may read, or edit, one artifact without being a member of its workspace, perhaps
 * until an instant. A grant that ended gives nothing, whether its row is there or not.
 */
@Entity
@Table(name = "artifact_grant")
public class ArtifactGrant {

    @EmbeddedId private Key key;

    private String role;

    @Column(name = "granted_by")
    private UUID grantedBy;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ArtifactGrant() {}

    ArtifactGrant(ArtifactId artifact, Grantee grantee, Terms terms, UserId by, Instant at) {
        this.key = new Key(artifact.value(), grantee.kind().id(), grantee.id());
        this.role = terms.role().id();
        this.expiresAt = terms.end();
        this.grantedBy = by.value();
        this.grantedAt = at;
    }

    /** Grants on other terms, in the name of whoever says so. */
    void renew(Terms terms, UserId by, Instant at) {
        role = terms.role().id();
        expiresAt = terms.end();
        grantedBy = by.value();
        grantedAt = at;
    }

    public ArtifactId artifact() {
        return new ArtifactId(key.artifactId());
    }

    public Grantee grantee() {
        return new Grantee(Grantee.Kind.find(key.granteeKind()).orElseThrow(), key.granteeId());
    }

    public GrantRole role() {
        return GrantRole.find(role).orElseThrow();
    }

    public UserId grantedBy() {
        return new UserId(grantedBy);
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * What is granted.
     *
     * @param end until when; without an end if null
     */
    public record Terms(GrantRole role, @Nullable Instant end) {

        /** The database's calendar is shorter than Java's. */
        private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

        public Terms {
            if (end != null && !end.isBefore(LATEST)) {
                throw Problem.invalid("expiresAt", "must be before the year 10000.");
            }
            end = end == null ? null : end.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Somebody is granted an artifact once. */
    @Embeddable
    record Key(
            @Column(name = "artifact_id") UUID artifactId,
            @Column(name = "grantee_kind") String granteeKind,
            @Column(name = "grantee_id") UUID granteeId)
            implements Serializable {}
}
