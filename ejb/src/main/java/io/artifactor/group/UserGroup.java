package io.artifactor.group;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Some users under one name. */
@Entity
@Table(name = "user_group")
public class UserGroup {

    private static final int LONGEST = 120;

    @Id private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected UserGroup() {}

    UserGroup(String name, Instant at) {
        this.id = GroupId.next().value();
        this.name = checked(name);
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Says whether it had another name. */
    boolean rename(String newName, Instant at) {
        String checked = checked(newName);
        if (checked.equals(name)) {
            return false;
        }
        name = checked;
        updatedAt = at;
        return true;
    }

    private static String checked(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.invalid("name", "must have 1 to %d characters.".formatted(LONGEST));
        }
        if (Unprintable.isIn(name)) {
            throw Problem.invalid("name", "contains a control character.");
        }
        return name;
    }

    public GroupId id() {
        return new GroupId(id);
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int revision() {
        return revision;
    }
}
