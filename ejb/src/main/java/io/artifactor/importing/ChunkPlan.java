package io.artifactor.importing;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.IncomingArtifact;
import io.artifactor.artifact.TrashedFile;
import io.artifactor.conversation.IncomingConversation;
import io.artifactor.quota.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a part of a chunk will write, and what its ledger will say. Used by one thread. */
final class ChunkPlan {

    private final List<IncomingConversation> conversations = new ArrayList<>();
    private final List<IncomingArtifact> artifacts = new ArrayList<>();
    private final Map<ArtifactId, TrashedFile> returning = new LinkedHashMap<>();
    private final List<ImportItem> items = new ArrayList<>();
    private final Room room;
    private ImportCounts counts = ImportCounts.NONE;

    /**
     * @param room that all parts of the chunk take from
     */
    ChunkPlan(Room room) {
        this.room = room;
    }

    void add(IncomingConversation conversation) {
        conversations.add(conversation);
    }

    void add(IncomingArtifact artifact) {
        artifacts.add(artifact);
    }

    /** Brings the file back; says whether no other file of the chunk did already. */
    boolean add(TrashedFile file) {
        return returning.putIfAbsent(file.id(), file) == null;
    }

    /** A line of the ledger; its position is given later. */
    void add(ImportItem item) {
        items.add(item);
        counts = counts.plus(item.outcome());
    }

    void countConversation(long messages) {
        counts = counts.plus(new ImportCounts(1, messages, 0, 0, Map.of()));
    }

    void countArtifact(long versions) {
        counts = counts.plus(new ImportCounts(0, 0, 1, versions, Map.of()));
    }

    Room room() {
        return room;
    }

    List<IncomingConversation> conversations() {
        return conversations;
    }

    List<IncomingArtifact> artifacts() {
        return artifacts;
    }

    List<TrashedFile> returning() {
        return List.copyOf(returning.values());
    }

    List<ImportItem> items() {
        return items;
    }

    ImportCounts counts() {
        return counts;
    }
}
