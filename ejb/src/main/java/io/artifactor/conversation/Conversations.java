package io.artifactor.conversation;

import io.artifactor.artifact.ArtifactFilter;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactSort;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.hold.HeldThings;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * The door to conversations. What a caller may not read is not there for them. Nobody changes a
 * conversation: it is imported, read, and deleted.
 */
@Stateless
public class Conversations {

    /** The event in the outbox after which readers bring themselves up to date. */
    public static final String CHANGED = "conversation.changed";

    /** Somebody did this; it comes with its actor. */
    public static final String DELETED = "conversation.deleted";

    @Inject private ConversationRows rows;
    @Inject private ArtifactLibrary library;
    @Inject private Workspaces workspaces;
    @Inject private Outbox outbox;
    @Inject private AuditLog audit;
    @Inject private HeldThings held;

    /** The last changed ones first. */
    public Page<ConversationView> page(
            Caller caller, ConversationFilter filter, PageRequest request) {
        return rows.page(caller, filter, request);
    }

    public ConversationView get(Caller caller, ConversationId id) {
        return rows.view(caller, id);
    }

    /** The messages in the order of the export, without those the vendor kept from view. */
    public Page<MessageView> messages(Caller caller, ConversationId id, PageRequest request) {
        rows.readable(caller, id);
        return rows.messages(id, request);
    }

    /** The artifacts it produced, the last changed ones first. */
    public Page<ArtifactView> artifacts(Caller caller, ConversationId id, PageRequest request) {
        rows.readable(caller, id);
        ArtifactFilter filter = ArtifactFilter.ofConversation(id.value());
        return library.page(caller, filter, ArtifactSort.NEWEST_CHANGE, request);
    }

    /** Hides the conversation everywhere; the artifacts it produced stay. */
    public void delete(Caller caller, ConversationId id) {
        Conversation conversation = rows.writable(caller, id);
        workspaces.requireEditor(caller, conversation.workspace());
        held.refuseConversation(caller, id.value());
        conversation.delete(Instant.now());
        audit.append(AuditEvent.by(caller, "conversation-deleted", "conversation:" + id));
        outbox.append(CHANGED, id.value());
        outbox.append(DELETED, id.value(), caller.user().value());
    }
}
