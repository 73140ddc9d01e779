package io.artifactor.scim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** That somebody is in a group. */
@Entity
@Table(name = "scim_group_member")
public class ScimMembership {

    @EmbeddedId private Key key;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ScimMembership() {}

    /** Who is in what. */
    @Embeddable
    public record Key(
            @Column(name = "group_id") UUID groupId, @Column(name = "user_id") UUID userId)
            implements Serializable {}
}
