package io.artifactor.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** When a user opened an artifact last; for queries, the rows are written past it. */
@Entity
@Immutable
@Table(name = "recent_artifact")
class RecentArtifact {

    @EmbeddedId private Key key;

    @Column(name = "opened_at")
    @SuppressWarnings("UnusedVariable") // sorted by in queries
    private Instant openedAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected RecentArtifact() {}

    /** The last time of each artifact and user. */
    @Embeddable
    record Key(@Column(name = "artifact_id") UUID artifactId, @Column(name = "user_id") UUID userId)
            implements Serializable {}
}
