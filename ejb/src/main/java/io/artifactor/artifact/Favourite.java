package io.artifactor.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** That a user wants an artifact at hand; for queries, the rows are written past it. */
@Entity
@Immutable
@Table(name = "favourite")
class Favourite {

    @EmbeddedId private Key key;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Favourite() {}

    /** An artifact is a favourite of a user or is not. */
    @Embeddable
    record Key(@Column(name = "artifact_id") UUID artifactId, @Column(name = "user_id") UUID userId)
            implements Serializable {}
}
