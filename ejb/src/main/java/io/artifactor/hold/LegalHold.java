package io.artifactor.hold;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** That something must be kept; once released it says that it had to be. Never removed. */
@Entity
@Table(name = "legal_hold")
public class LegalHold {

    @Id private UUID id;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String reason;

    @Column(name = "subject_kind", updatable = false)
    private String subjectKind;

    @Column(name = "subject_id", updatable = false)
    private UUID subjectId;

    @Column(name = "placed_by", updatable = false)
    private UUID placedBy;

    @Column(name = "placed_at", updatable = false)
    private Instant placedAt;

    @Column(name = "released_by")
    private @Nullable UUID releasedBy;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @Column(name = "release_reason")
    private @Nullable String releaseReason;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected LegalHold() {}

    LegalHold(HoldDraft draft, UserId by, Instant at) {
        this.id = HoldId.next().value();
        this.name = draft.name();
        this.reason = draft.reason();
        this.subjectKind = draft.subject().kind().id();
        this.subjectId = draft.subject().id();
        this.placedBy = by.value();
        this.placedAt = at;
    }

    void release(Release release) {
        releasedBy = release.by().value();
        releasedAt = release.at();
        releaseReason = release.reason();
    }

    public HoldId id() {
        return new HoldId(id);
    }

    public String name() {
        return name;
    }

    public String reason() {
        return reason;
    }

    public HoldSubject subject() {
        return new HoldSubject(HoldSubject.Kind.of(subjectKind), subjectId);
    }

    public UserId placedBy() {
        return new UserId(placedBy);
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** Who released it; empty while it holds. */
    public Optional<Release> release() {
        if (releasedBy == null || releasedAt == null || releaseReason == null) {
            return Optional.empty();
        }
        return Optional.of(new Release(new UserId(releasedBy), releasedAt, releaseReason));
    }

    public int revision() {
        return revision;
    }

    /** That a hold was released. */
    public record Release(UserId by, Instant at, String reason) {}
}
