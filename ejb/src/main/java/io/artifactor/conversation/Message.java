package io.artifactor.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One message of an imported chat, as it was; never changes. */
@Entity
@Immutable
@Table(name = "message")
public class Message {

    @Id private UUID id;

    @Column(name = "conversation_id")
    private UUID conversationId;

    @Column(name = "source_id")
    private String sourceId;

    @Column(name = "parent_source_id")
    private @Nullable String parentSourceId;

    private int position;
    private String sender;
    private @Nullable String model;
    private String body;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "on_active_path")
    private boolean onActivePath;

    private boolean hidden;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Message() {}

    public MessageId id() {
        return new MessageId(id);
    }

    public ConversationId conversation() {
        return new ConversationId(conversationId);
    }

    /** Its id where it came from. */
    public String sourceId() {
        return sourceId;
    }

    /** The id, where it came from, of the message it answers. */
    public Optional<String> parentSourceId() {
        return Optional.ofNullable(parentSourceId);
    }

    /** Its place in the conversation as it was exported, counted from 0. */
    public int position() {
        return position;
    }

    /** One of human, assistant, system and tool. */
    public String sender() {
        return sender;
    }

    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    public String body() {
        return body;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** Whether it is on the line of messages that was on display last. */
    public boolean isOnActivePath() {
        return onActivePath;
    }

    /** Whether the vendor kept it from view. */
    public boolean isHidden() {
        return hidden;
    }
}
