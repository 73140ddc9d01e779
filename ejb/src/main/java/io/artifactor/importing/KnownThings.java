package io.artifactor.importing;

import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.SameFile;
import io.artifactor.artifact.TrashedFile;
import io.artifactor.conversation.ConversationId;
import io.artifactor.conversation.KnownConversation;
import io.artifactor.importing.format.ImportedConversation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the library has already of the things in a chunk.
 *
 * @param conversations by source and the id there
 * @param messages of conversations that changed, by their ids in the source
 * @param artifacts of those conversations, and files, by their keys
 * @param trash which of the files lie there, whatever their keys
 */
record KnownThings(
        Map<ConversationKey, KnownConversation> conversations,
        Map<ConversationId, Map<String, UUID>> messages,
        Map<String, KnownArtifact> artifacts,
        Map<SameFile, TrashedFile> trash) {

    /** The same key is the same conversation of a workspace. */
    record ConversationKey(String source, String sourceId) {

        static ConversationKey of(ImportedConversation conversation) {
            return new ConversationKey(
                    Storable.key(conversation.source()), Storable.key(conversation.sourceId()));
        }
    }

    Optional<KnownConversation> conversation(ImportedConversation imported) {
        return Optional.ofNullable(conversations.get(ConversationKey.of(imported)));
    }

    Map<String, UUID> messages(ConversationId id) {
        return messages.getOrDefault(id, Map.of());
    }

    Optional<KnownArtifact> artifact(String sourceKey) {
        return Optional.ofNullable(artifacts.get(sourceKey));
    }

    /** Whether somebody deleted the artifact; an import brings nothing back but the same file. */
    boolean isDeleted(String sourceKey) {
        return artifact(sourceKey).filter(KnownArtifact::deleted).isPresent();
    }
}
