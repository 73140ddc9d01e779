package io.artifactor.importing;

import io.artifactor.artifact.ArtifactIntake;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.SameFile;
import io.artifactor.artifact.TrashIntake;
import io.artifactor.conversation.ConversationId;
import io.artifactor.conversation.ConversationIntake;
import io.artifactor.conversation.KnownConversation;
import io.artifactor.importing.KnownThings.ConversationKey;
import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.importing.format.SkippedRecord;
import io.artifactor.importing.format.UnreadableRecord;
import io.artifactor.malware.MalwareAudit;
import io.artifactor.malware.MalwareFound;
import io.artifactor.quota.Room;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Finds out what the records of a chunk change, with a fixed number of looks into the library. */
@Dependent
class ChunkPlanner {

    @Inject private ConversationIntake conversations;
    @Inject private ArtifactIntake artifacts;
    @Inject private TrashIntake trash;
    @Inject private MalwareAudit audit;

    /** The records name no conversation and no file twice. */
    ChunkPlan plan(ImportTarget target, List<ReadRecord> records, ContentSink contents, Room room) {
        KnownThings known = known(target, records);
        ContentSink told = telling(target, contents);
        ChunkPlan plan = new ChunkPlan(room);
        for (ReadRecord read : records) {
            switch (read.record()) {
                case ImportedConversation conversation ->
                        new ConversationPlanner(target, known, told, plan).add(conversation);
                case ImportedFile file ->
                        new FilePlanner(target, known, told, plan)
                                .add(file, read.file().orElseThrow());
                case UnreadableRecord unreadable -> plan.add(RecordItems.unreadable(unreadable));
                case SkippedRecord skipped -> plan.add(RecordItems.skipped(skipped));
            }
        }
        return plan;
    }

    private ContentSink telling(ImportTarget target, ContentSink contents) {
        return content -> {
            try {
                return contents.keep(content);
            } catch (MalwareFound found) {
                audit.note(target.user(), target.fileName(), found);
                throw found;
            }
        };
    }

    private KnownThings known(ImportTarget target, List<ReadRecord> records) {
        List<ImportedConversation> read = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        List<SameFile> files = new ArrayList<>();
        for (ReadRecord record : records) {
            if (record.record() instanceof ImportedConversation conversation) {
                read.add(conversation);
            }
            if (record.record() instanceof ImportedFile file) {
                keys.add(FilePlanner.sourceKey(target, file));
                files.add(FilePlanner.identity(file, record.file().orElseThrow()));
            }
        }
        Map<ConversationKey, KnownConversation> kept = knownConversations(target, read);
        List<ConversationId> changed = new ArrayList<>();
        for (ImportedConversation conversation : read) {
            KnownConversation before = kept.get(ConversationKey.of(conversation));
            if (before != null
                    && !before.deleted()
                    && !ConversationPlanner.isUnchanged(target, conversation, before)) {
                changed.add(before.id());
                conversation
                        .artifacts()
                        .forEach(it -> keys.add(ConversationPlanner.sourceKey(conversation, it)));
            }
            if (before == null) {
                // Kept beyond their deleted conversation, its artifacts may be there alone.
                conversation
                        .artifacts()
                        .forEach(it -> keys.add(ConversationPlanner.sourceKey(conversation, it)));
            }
        }
        Map<ConversationId, Map<String, UUID>> messages = conversations.knownMessages(changed);
        Map<String, KnownArtifact> found = artifacts.known(target.workspace(), target.user(), keys);
        return new KnownThings(
                kept, messages, found, trash.lying(target.workspace(), target.user(), files));
    }

    private Map<ConversationKey, KnownConversation> knownConversations(
            ImportTarget target, List<ImportedConversation> read) {
        Map<String, Set<String>> idsBySource = new TreeMap<>();
        for (ImportedConversation conversation : read) {
            ConversationKey key = ConversationKey.of(conversation);
            idsBySource.computeIfAbsent(key.source(), it -> new TreeSet<>()).add(key.sourceId());
        }
        Map<ConversationKey, KnownConversation> kept = new HashMap<>();
        idsBySource.forEach((source, ids) ->
                conversations
                        .known(target.workspace(), source, ids)
                        .forEach((id, it) -> kept.put(new ConversationKey(source, id), it)));
        return kept;
    }
}
