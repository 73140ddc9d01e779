package io.artifactor.realm;

import com.fasterxml.uuid.Generators;
import io.artifactor.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** That whoever is in a group of a realm has a role here. */
@Entity
@Table(name = "group_mapping")
public class GroupMapping {

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private String realm;

    @Column(name = "group_name", nullable = false, updatable = false)
    private String group;

    @Column(nullable = false, updatable = false)
    private String role;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected GroupMapping() {}

    GroupMapping(Realm realm, String group, Role role, Instant at) {
        this.id = Generators.timeBasedEpochRandomGenerator().generate();
        this.realm = realm.id();
        this.group = group;
        this.role = role.id();
        this.createdAt = at;
    }

    public UUID id() {
        return id;
    }

    public Realm realm() {
        return Realm.find(realm).orElseThrow();
    }

    public String group() {
        return group;
    }

    public Role role() {
        return Role.find(role).orElseThrow();
    }

    public Instant createdAt() {
        return createdAt;
    }
}
