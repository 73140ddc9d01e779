package io.artifactor.preview;

import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.outbox.OutboxReader;
import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Puts new content in the queue; nothing is made here, as that may take long. */
@ApplicationScoped
class PreviewReader implements OutboxReader {

    @Inject private PreviewRows rows;

    @Override
    public String name() {
        return "previews";
    }

    @Override
    public Set<String> events() {
        return Set.of(ArtifactLibrary.CHANGED);
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> changes) {
        rows.queue(changes.stream().map(OutboxRow::subject).distinct().toList());
        return List.of();
    }
}
