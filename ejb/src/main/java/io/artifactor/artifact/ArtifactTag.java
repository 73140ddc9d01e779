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

/** That an artifact has a tag; for queries, the rows are written past it. */
@Entity
@Immutable
@Table(name = "artifact_tag")
class ArtifactTag {

    @EmbeddedId private Key key;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ArtifactTag() {}

    /** An artifact has a tag once. */
    @Embeddable
    record Key(@Column(name = "artifact_id") UUID artifactId, @Column(name = "tag_id") UUID tagId)
            implements Serializable {}
}
