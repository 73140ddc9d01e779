package io.artifactor.search;

import io.artifactor.outbox.OutboxReader;
import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Brings an index to the state of now of whatever changed; safe to repeat. */
abstract class IndexReader implements OutboxReader {

    static final String ARTIFACT_CHANGED = "artifact.changed";
    static final String CONVERSATION_CHANGED = "conversation.changed";

    /** The words of a document are known now. */
    static final String TEXT_READ = "artifact.text-read";

    /** Few enough that the longest texts of all together stay small beside the heap. */
    private static final int AT_ONCE = 100;

    private static final Set<String> EVENTS =
            Set.of(ARTIFACT_CHANGED, CONVERSATION_CHANGED, TEXT_READ);

    @Override
    public Set<String> events() {
        return EVENTS;
    }

    /** Called with what is about to be brought into the index. */
    void before(Collection<SearchDocument> current, Collection<UUID> gone) {}

    List<RefusedSubject> bring(SearchIndex index, SearchDocuments documents, List<OutboxRow> rows) {
        List<UUID> subjects =
                List.copyOf(new LinkedHashSet<>(rows.stream().map(OutboxRow::subject).toList()));
        List<RefusedSubject> refused = new ArrayList<>();
        for (int start = 0; start < subjects.size(); start += AT_ONCE) {
            List<UUID> part = subjects.subList(start, Math.min(start + AT_ONCE, subjects.size()));
            List<SearchDocument> current = documents.load(part);
            Set<UUID> gone = new HashSet<>(part);
            current.forEach(document -> gone.remove(document.id()));
            before(current, gone);
            refused.addAll(index.put(current));
            index.remove(gone);
        }
        return refused;
    }
}
