package io.artifactor.importing.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation while it is being put together; the same for all vendors. */
final class ConversationDraft {

    private static final int MAX_TITLE = 80;
    private static final int BEGINNING = 2_000;

    private final ElementContext context;
    private final String source;
    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    final Notes notes = new Notes();
    final Set<String> leftOut = new HashSet<>();
    @Nullable String sourceId;
    @Nullable String title;
    @Nullable String model;
    @Nullable Instant createdAt;
    @Nullable Instant updatedAt;
    @Nullable String leaf;

    ConversationDraft(ElementContext context, String source) {
        this.context = context;
        this.source = source;
    }

    /** The message's own id, or one made of its place; never one that was there before. */
    String messageId(@Nullable String id) {
        String wished = id == null ? "message-" + turns.size() : id;
        int count = ids.merge(wished, 1, Integer::sum);
        return count == 1 ? wished : messageId(wished + "#" + count);
    }

    TurnDraft draft(String id, Sender sender) {
        return new TurnDraft(id, sender, notes, context.options());
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    int size() {
        return turns.size();
    }

    @Nullable String lastId() {
        return turns.isEmpty() ? null : turns.getLast().id();
    }

    ImportedConversation finish() {
        String shown = shownTitle();
        String id = sourceId != null ? sourceId : derivedId();
        ConversationTree tree = new ConversationTree(turns, leaf);
        List<ImportedArtifact> artifacts = ArtifactGrowth.grow(turns, tree, notes, leftOut, shown);
        List<ImportedMessage> messages = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            messages.add(message(i, tree.isActive(i)));
        }
        return new ImportedConversation(
                source + ":" + id,
                shown,
                source,
                id,
                model,
                createdAt,
                updatedAt,
                messages,
                artifacts,
                notes.all(),
                context.fingerprint());
    }

    private ImportedMessage message(int position, boolean active) {
        Turn turn = turns.get(position);
        return new ImportedMessage(
                turn.id(),
                turn.parent() != null && ids.containsKey(turn.parent()) ? turn.parent() : null,
                position,
                turn.sender(),
                turn.model(),
                turn.text(),
                turn.at(),
                active,
                turn.hidden(),
                turn.unknown());
    }

    private String shownTitle() {
        if (title != null && !title.isBlank()) {
            return title.strip();
        }
        for (Turn turn : turns) {
            if (turn.sender() == Sender.HUMAN && !turn.text().isBlank()) {
                String line = turn.text().strip().lines().findFirst().orElse("");
                return line.length() > MAX_TITLE ? line.substring(0, MAX_TITLE) + "…" : line;
            }
        }
        return context.fileTitle().isBlank() ? "Untitled conversation" : context.fileTitle();
    }

    /** Conversations grow at their end; what they began with stays. */
    private String derivedId() {
        if (turns.isEmpty()) {
            return ElementContext.derivedId(source, context.fileTitle(), String.valueOf(createdAt));
        }
        Turn first = turns.getFirst();
        String text = first.text();
        return ElementContext.derivedId(
                source,
                String.valueOf(createdAt),
                first.sender().name(),
                String.valueOf(first.at()),
                text.length() > BEGINNING ? text.substring(0, BEGINNING) : text);
    }
}
