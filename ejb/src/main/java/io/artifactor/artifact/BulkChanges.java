package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    @Inject private Shelf shelf;
    @Inject private Workspaces workspaces;

    /** Puts the artifacts into the trash. */
    public List<BulkItem> delete(Caller caller, Collection<UUID> ids) {
        Optional<Deletion> deletion = Optional.of(trash.deletion(caller, ArtifactLibrary.now()));
        return run(caller, ids, BulkAction.deleting(artifact -> artifact.lieInTrash(deletion)));
    }

    /** Brings the artifacts back from the trash. */
    public List<BulkItem> restore(Caller caller, Collection<UUID> ids) {
        return run(
                caller,
                ids,
                BulkAction.restoring(artifact -> artifact.lieInTrash(Optional.empty())));
    }

    /**
     * Puts the artifacts into a folder of their workspace.
     *
     * @param folder its id; an empty text for none
     */
    public List<BulkItem> move(Caller caller, Collection<UUID> ids, String folder) {
        return place(caller, ids, Placement.in(folder));
    }

    /**
     * Takes the artifacts into another workspace.
     *
     * @param folder one of that workspace; an empty text for the top
     */
    public List<BulkItem> relocate(
            Caller caller, Collection<UUID> ids, WorkspaceId to, String folder) {
        workspaces.requireEditor(caller, to);
        shelf.check(to, Placement.in(folder));
        return run(ids, some -> step.relocate(caller, some, to, folder));
    }

    /**
     * Gives the artifacts a category.
     *
     * @param category its id; an empty text for none
     */
    public List<BulkItem> categorise(Caller caller, Collection<UUID> ids, String category) {
        return place(caller, ids, new Placement(null, category, null, null));
    }

    /** Gives the artifacts tags and takes others from them. */
    public List<BulkItem> tag(
            Caller caller, Collection<UUID> ids, List<String> add, List<String> remove) {
        TagChange change = TagChange.checked(add, remove);
        return run(ids, some -> step.tag(caller, some, change));
    }

    /**
     * Changes who reads the artifacts beside those they are granted to.
     *
     * @param visibility its {@link Visibility#id}
     */
    public List<BulkItem> reveal(Caller caller, Collection<UUID> ids, String visibility) {
        Visibility to = TextRules.visibility(visibility);
        return run(ids, some -> step.reveal(caller, some, to));
    }

    private List<BulkItem> place(Caller caller, Collection<UUID> ids, Placement placement) {
        Instant now = ArtifactLibrary.now();
        return run(
                caller,
                ids,
                BulkAction.describing(artifact -> shelf.change(artifact, placement, now)));
    }

    private List<BulkItem> run(Caller caller, Collection<UUID> ids, BulkAction action) {
        return run(ids, some -> step.apply(caller, some, action));
    }

    private List<BulkItem> run(
            Collection<UUID> ids, Function<List<UUID>, List<BulkItem>> doToSome) {
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(ids));
        if (distinct.isEmpty() || distinct.size() > MAX_ITEMS) {
            throw Problem.invalid("ids", "must name 1 to %,d artifacts.".formatted(MAX_ITEMS));
        }
        List<BulkItem> items = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += STEP) {
            List<UUID> some = distinct.subList(start, Math.min(start + STEP, distinct.size()));
            items.addAll(attempt(some, doToSome));
        }
        return items;
    }

    /** What went wrong for some must not hide what was done to the ones before. */
    private static List<BulkItem> attempt(
            List<UUID> ids, Function<List<UUID>, List<BulkItem>> doToSome) {
        try {
            return doToSome.apply(ids);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Some artifacts of many could not be changed", e);
            return ids.stream().map(BulkItem::failed).toList();
        }
    }
}
