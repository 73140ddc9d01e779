package io.artifactor.artifact;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to many artifacts at once, by their ids. */
@Stateless
public class Selection {

    public static final int MAX_ITEMS = 10_000;
    private static final int STEP = 1_000;

    @Inject private ArtifactRows rows;
    @Inject private AuditLog audit;

    /**
     * The artifacts to be carried away, in the order asked for; nothing in the place of one that is
     * not there, or that the caller may not read.
     */
    public Map<UUID, Optional<ArtifactView>> export(Caller caller, Collection<UUID> ids) {
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(ids));
        if (distinct.isEmpty() || distinct.size() > MAX_ITEMS) {
            throw Problem.invalid("ids", "must name 1 to %,d artifacts.".formatted(MAX_ITEMS));
        }
        List<ArtifactView> views = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += STEP) {
            int end = Math.min(start + STEP, distinct.size());
            views.addAll(rows.views(caller, distinct.subList(start, end)));
        }
        Map<UUID, Optional<ArtifactView>> found = new LinkedHashMap<>();
        distinct.forEach(id -> found.put(id, Optional.empty()));
        views.forEach(view -> found.put(view.artifact().id().value(), Optional.of(view)));
        audit.append(
                AuditEvent.by(caller, "artifacts-exported", "user:" + caller.user())
                        .with("artifacts", String.valueOf(views.size())));
        return found;
    }
}
