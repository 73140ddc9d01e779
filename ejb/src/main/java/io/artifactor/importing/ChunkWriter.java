package io.artifactor.importing;

import io.artifactor.artifact.ArtifactIntake;
import io.artifactor.artifact.TrashIntake;
import io.artifactor.conversation.ConversationIntake;
import io.artifactor.quota.Room;
import io.artifactor.quota.StorageUse;
import io.artifactor.storage.BlobBatch;
import io.artifactor.storage.BlobStore;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a chunk of records, its ledger and how far the import is, in one transaction; contents are
 * in the store before the first row that names them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChunkWriter {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Ledger ledger;
    @Inject private ChunkPlanner planner;
    @Inject private Workspaces workspaces;
    @Inject private BlobStore blobs;
    @Inject private ConversationIntake conversations;
    @Inject private ArtifactIntake artifacts;
    @Inject private TrashIntake trash;
    @Inject private StorageUse use;

    /**
     * Writes what is not written yet of the records, which are in the order of the file.
     *
     * @return whether to go on; not if the user wants the import to stop
     * @throws ClaimLost and writes nothing, if somebody else has the import now
     * @throws io.artifactor.problem.Problem {@code QUOTA_EXCEEDED} and writes nothing, if others
     *     took the room that was seen; the next attempt sees less
     */
    public boolean write(Claim claim, List<ReadRecord> records) {
        ImportProgress progress = ledger.hold(claim);
        ImportTarget target = target(claim);
        List<ReadRecord> left =
                records.stream().filter(it -> it.position() > progress.position()).toList();
        List<ChunkPlan> plans =
                switch (target.mode()) {
                    case PREVIEW -> preview(target, left);
                    case IMPORT -> bringIn(target, left);
                };
        return save(claim, target, progress, left, plans);
    }

    /** Notes that the record cannot be kept, and goes on behind it. */
    public boolean reportBroken(Claim claim, ReadRecord record, String reason) {
        ImportProgress progress = ledger.hold(claim);
        ChunkPlan plan = new ChunkPlan(Room.unlimited());
        plan.add(RecordItems.broken(record, reason));
        return save(claim, target(claim), progress, List.of(record), List.of(plan));
    }

    private List<ChunkPlan> preview(ImportTarget target, List<ReadRecord> records) {
        List<ChunkPlan> plans = new ArrayList<>();
        for (List<ReadRecord> group : ChunkGroups.of(records)) {
            plans.add(planner.plan(target, group, ContentSink.NOWHERE, Room.unlimited()));
        }
        return plans;
    }

    private List<ChunkPlan> bringIn(ImportTarget target, List<ReadRecord> records) {
        lock(target);
        // Who began it may have left the workspace since.
        workspaces.requireEditor(target.user(), target.workspace());
        Room room = use.room();
        List<ChunkPlan> plans = new ArrayList<>();
        for (List<ReadRecord> group : ChunkGroups.of(records)) {
            try (BlobBatch contents = blobs.batch()) {
                ChunkPlan plan = planner.plan(target, group, contents::add, room);
                contents.commit();
                conversations.store(plan.conversations());
                artifacts.store(plan.artifacts());
                trash.bringBack(plan.returning());
                plans.add(plan);
            }
        }
        // Once, after all rows that others may wait for.
        use.book(room.booking());
        return plans;
    }

    /** Two imports into one workspace take turns, so that neither meets rows of the other. */
    private void lock(ImportTarget target) {
        entities.createNativeQuery("select id from workspace where id = ?1 for no key update")
                .setParameter(1, target.workspace().value())
                .getResultList();
    }

    private boolean save(
            Claim claim,
            ImportTarget target,
            ImportProgress before,
            List<ReadRecord> records,
            List<ChunkPlan> plans) {
        List<ImportItem> items = new ArrayList<>();
        ImportCounts counts = before.counts();
        for (ChunkPlan plan : plans) {
            counts = counts.plus(plan.counts());
            for (ImportItem item : plan.items()) {
                items.add(item.at(before.rows() + items.size() + 1));
            }
        }
        if (target.mode() == ImportMode.PREVIEW) {
            items.clear();
        }
        long position = records.isEmpty() ? before.position() : records.getLast().position();
        long bytes = records.isEmpty() ? before.bytesRead() : records.getLast().bytesRead();
        boolean stop =
                ledger.save(
                        claim,
                        new ImportProgress(position, before.rows() + items.size(), bytes, counts),
                        items);
        return !stop;
    }

    private ImportTarget target(Claim claim) {
        return ImportTarget.of(entities.find(ImportRun.class, claim.importId().value()));
    }
}
