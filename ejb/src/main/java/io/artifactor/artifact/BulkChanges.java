package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The door to changes of many artifacts. Each succeeds or fails for itself; a hundred share a
 * transaction, so that a thousand take neither a thousand commits nor one that holds all rows.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkChanges {

    public static final int MAX_ITEMS = 1_000;
    private static final Logger LOG = Logger.getLogger(BulkChanges.class.getName());
    private static final int STEP = 100;

    @Inject private BulkStep step;
    @Inject private TrashSettings trash;

    /** Puts the artifacts into the trash. */
    public List<BulkItem> delete(Caller caller, Collection<UUID> ids) {
        Optional<Deletion> deletion = Optional.of(trash.deletion(caller, ArtifactLibrary.now()));
        return run(caller, ids, BulkAction.onKept(artifact -> artifact.lieInTrash(deletion)));
    }

    /** Brings the artifacts back from the trash. */
    public List<BulkItem> restore(Caller caller, Collection<UUID> ids) {
        return run(
                caller,
                ids,
                BulkAction.onDeleted(artifact -> artifact.lieInTrash(Optional.empty())));
    }

    private List<BulkItem> run(Caller caller, Collection<UUID> ids, BulkAction action) {
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(ids));
        if (distinct.isEmpty() || distinct.size() > MAX_ITEMS) {
            throw Problem.invalid("ids", "must name 1 to %,d artifacts.".formatted(MAX_ITEMS));
        }
        List<BulkItem> items = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += STEP) {
            List<UUID> some = distinct.subList(start, Math.min(start + STEP, distinct.size()));
            items.addAll(attempt(caller, some, action));
        }
        return items;
    }

    /** What went wrong for some must not hide what was done to the ones before. */
    private List<BulkItem> attempt(Caller caller, List<UUID> ids, BulkAction action) {
        try {
            return step.apply(caller, ids, action);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Some artifacts of many could not be changed", e);
            return ids.stream().map(BulkItem::failed).toList();
        }
    }
}
