package io.artifactor.realm;

import com.fasterxml.uuid.Generators;
import io.artifactor.identity.Role;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.WorkspaceRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** That whoever is in a group of a realm is something here. */
@Entity
@Table(name = "group_mapping")
public class GroupMapping {

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private String realm;

    @Column(name = "group_name", nullable = false, updatable = false)
    private String group;

    @Column(updatable = false)
    private @Nullable String role;

    @Column(name = "workspace_id", updatable = false)
    private @Nullable UUID workspaceId;

    @Column(name = "workspace_role", updatable = false)
    private @Nullable String workspaceRole;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected GroupMapping() {}

    GroupMapping(Realm realm, String group, Meaning meaning, Instant at) {
        this.id = Generators.timeBasedEpochRandomGenerator().generate();
        this.realm = realm.id();
        this.group = group;
        switch (meaning) {
            case Meaning.Everywhere(Role given) -> this.role = given.id();
            case Meaning.Within(WorkspaceId workspace, WorkspaceRole given) -> {
                this.workspaceId = workspace.value();
                this.workspaceRole = given.id();
            }
        }
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

    public Meaning meaning() {
        if (workspaceId != null && workspaceRole != null) {
            return new Meaning.Within(
                    new WorkspaceId(workspaceId), WorkspaceRole.find(workspaceRole).orElseThrow());
        }
        return new Meaning.Everywhere(
                Role.find(Objects.requireNonNull(role, "role")).orElseThrow());
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What a group stands for. */
    public sealed interface Meaning {

        /** A role in the product. */
        record Everywhere(Role role) implements Meaning {}

        /** A place in a workspace. */
        record Within(WorkspaceId workspace, WorkspaceRole role) implements Meaning {}
    }
}
