package io.artifactor.group;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** That a user is in a group. */
@Entity
@Table(name = "group_member")
public class GroupMembership {

    @EmbeddedId private Key key;

    @Column(nullable = false, updatable = false)
    private Instant since;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected GroupMembership() {}

    public GroupId group() {
        return new GroupId(key.groupId());
    }

    public UserId user() {
        return new UserId(key.userId());
    }

    public Instant since() {
        return since;
    }

    /** A user is in a group once. */
    @Embeddable
    record Key(@Column(name = "group_id") UUID groupId, @Column(name = "user_id") UUID userId)
            implements Serializable {}
}
