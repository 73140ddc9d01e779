package io.artifactor.letter;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Something to be told to a user, to the address they had when it happened. */
@Entity
@Table(name = "letter")
class Letter {

    @Id private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(nullable = false, updatable = false)
    private String address;

    @Column(updatable = false)
    private @Nullable String about;

    @Column(updatable = false)
    private @Nullable UUID subject;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Letter() {}

    Letter(UUID id, UserId user, LetterKind kind, String address, @Nullable String about) {
        this.id = id;
        this.userId = user.value();
        this.kind = kind.id();
        this.address = address;
        this.about = about;
        this.createdAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    UserId user() {
        return new UserId(userId);
    }

    LetterKind kind() {
        return LetterKind.of(kind);
    }

    String address() {
        return address;
    }

    String about() {
        return Optional.ofNullable(about).orElse("");
    }

    boolean isSent() {
        return sentAt != null;
    }

    void sent(Instant at) {
        sentAt = at;
    }
}
