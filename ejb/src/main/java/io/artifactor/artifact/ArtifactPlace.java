package io.artifactor.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact belongs in its workspace and who reads it there, as its row keeps it.
 *
 * @param folderId absent at the top
 * @param properties as JSON
 * @param readers the {@link Visibility#id}
 */
@Embeddable
public record ArtifactPlace(
        @Nullable @Column(name = "folder_id") UUID folderId,
        @Nullable @Column(name = "category_id") UUID categoryId,
        @JdbcTypeCode(SqlTypes.JSON) String properties,
        @Column(name = "visibility") String readers) {

    /** At the top, without anything, for all members of the workspace. */
    static final ArtifactPlace NONE =
            new ArtifactPlace(null, null, CustomProperties.NONE.json(), Visibility.SHARED.id());

    /** Who reads it beside those it is granted to. */
    public Visibility visibility() {
        return Visibility.of(readers).orElse(Visibility.PRIVATE);
    }

    /** The same place, where others read it. */
    ArtifactPlace readBy(Visibility others) {
        return new ArtifactPlace(folderId, categoryId, properties, others.id());
    }

    public CustomProperties custom() {
        return CustomProperties.kept(properties);
    }

    /** Not by the text of the properties, which the database writes in its own way. */
    boolean isAs(ArtifactPlace other) {
        return Objects.equals(folderId, other.folderId)
                && Objects.equals(categoryId, other.categoryId)
                && readers.equals(other.readers)
                && custom().equals(other.custom());
    }
}
