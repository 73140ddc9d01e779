package io.artifactor.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact came from, as its row keeps it.
 *
 * @param url the address of the page it was captured from
 */
@Embeddable
public record ArtifactOrigin(
        @Column(name = "source", updatable = false) String sourceId,
        @Nullable @Column(name = "origin_url", insertable = false, updatable = false) String url) {

    static ArtifactOrigin of(Source source) {
        return new ArtifactOrigin(source.id(), null);
    }

    public Source source() {
        return Source.kept(sourceId);
    }

    public Optional<String> page() {
        return Optional.ofNullable(url);
    }
}
