package io.artifactor.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact belongs in its workspace, as its row keeps it.
 *
 * @param folderId absent at the top
 * @param properties as JSON
 */
@Embeddable
public record ArtifactPlace(
        @Nullable @Column(name = "folder_id") UUID folderId,
        @Nullable @Column(name = "category_id") UUID categoryId,
        @JdbcTypeCode(SqlTypes.JSON) String properties) {

    /** At the top, without anything. */
    static final ArtifactPlace NONE = new ArtifactPlace(null, null, CustomProperties.NONE.json());

    public CustomProperties custom() {
        return CustomProperties.kept(properties);
    }

    /** Not by the text of the properties, which the database writes in its own way. */
    boolean isAs(ArtifactPlace other) {
        return Objects.equals(folderId, other.folderId)
                && Objects.equals(categoryId, other.categoryId)
                && custom().equals(other.custom());
    }
}
