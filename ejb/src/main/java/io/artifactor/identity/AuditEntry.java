package io.artifactor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One line of the audit log; written once, never changed. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private Instant at;

    @Column(name = "actor_id")
    private @Nullable UUID actorId;

    @Column(nullable = false)
    private String action;

    private @Nullable String subject;

    private @Nullable String address;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Map<String, String> detail;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected AuditEntry() {}

    AuditEntry(AuditEvent event, @Nullable String address, Instant at) {
        this.at = at;
        this.actorId = event.actor() == null ? null : event.actor().value();
        this.action = event.action();
        this.subject = event.subject();
        this.address = address;
        this.detail = event.detail();
    }

    /** Its number; what was written later has a greater one, but for writers at the same moment. */
    public long id() {
        return Objects.requireNonNull(id, "not written yet");
    }

    public Instant at() {
        return at;
    }

    public Optional<UserId> actor() {
        return Optional.ofNullable(actorId).map(UserId::new);
    }

    public String action() {
        return action;
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Map<String, String> detail() {
        return Map.copyOf(detail);
    }
}
