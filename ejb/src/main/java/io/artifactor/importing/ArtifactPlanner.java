package io.artifactor.importing;

import io.artifactor.artifact.ArtifactHead;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.IncomingArtifact;
import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans one artifact whose versions have been read, and its line in the ledger. */
final class ArtifactPlanner {

    private final KnownThings known;
    private final ChunkPlan plan;

    ArtifactPlanner(KnownThings known, ChunkPlan plan) {
        this.known = known;
        this.plan = plan;
    }

    /**
     * Who the artifact is.
     *
     * @param key for the ledger: its id in the file
     * @param notes what was met about it
     */
    record Item(IncomingArtifact.Origin origin, ItemKind kind, String key, @Nullable String notes) {

        /** For whom its bytes count. */
        UserId owner(Optional<KnownArtifact> kept) {
            return kept.flatMap(KnownArtifact::owner).orElse(origin.owner());
        }

        ImportItem became(
                Outcome outcome,
                @Nullable String reason,
                @Nullable String detail,
                String title,
                @Nullable ArtifactId artifact) {
            return new ImportItem(
                    0,
                    key,
                    kind,
                    title,
                    outcome,
                    reason,
                    detail,
                    origin.conversation(),
                    artifact == null ? null : artifact.value());
        }
    }

    /**
     * Says whether there was room for it, and nothing else against it.
     *
     * @param refusal of one of its contents
     */
    boolean add(Item item, VersionPlan versions, Optional<Problem> refusal) {
        Optional<KnownArtifact> kept = known.artifact(item.origin().sourceKey());
        String title = kept.map(it -> it.look().title()).orElse(item.key());
        if (kept.isPresent() && kept.get().deleted()) {
            ArtifactId id = kept.get().id();
            plan.add(item.became(Outcome.SKIPPED, RecordItems.DELETED, item.notes(), title, id));
            return true;
        }
        if (versions.size() == 0) {
            plan.add(item.became(Outcome.SKIPPED, "content-missing", item.notes(), title, null));
            return true;
        }
        ArtifactLook look = versions.look();
        if (refusal.isPresent()) {
            plan.add(refused(item, refusal.get(), look.title(), kept));
            return false;
        }
        List<IncomingVersion> fresh = versions.fresh();
        ArtifactHead head = versions.head();
        long bytes = fresh.stream().mapToLong(it -> it.content().size()).sum();
        if (!plan.room().take(item.owner(kept), item.origin().workspace(), bytes)) {
            ArtifactId there = kept.map(KnownArtifact::id).orElse(null);
            String detail = "There is no room for its %d bytes.".formatted(bytes);
            plan.add(
                    item.became(
                            Outcome.SKIPPED, RecordItems.OVER_QUOTA, detail, look.title(), there));
            return false;
        }
        ArtifactId id = kept.map(KnownArtifact::id).orElseGet(ArtifactId::next);
        Outcome outcome = outcome(kept, fresh, head, look);
        if (outcome != Outcome.UNCHANGED) {
            plan.add(new IncomingArtifact(id, kept.isEmpty(), item.origin(), look, head, fresh));
        }
        long broken = versions.newlyBroken();
        String reason = broken == 0 ? null : "broken-versions";
        plan.add(item.became(outcome, reason, detail(item, broken), look.title(), id));
        return true;
    }

    private static ImportItem refused(
            Item item, Problem refusal, String title, Optional<KnownArtifact> kept) {
        return item.became(
                Outcome.SKIPPED,
                refusal.code().id(),
                Storable.note(refusal.detail()),
                title,
                kept.map(KnownArtifact::id).orElse(null));
    }

    private static Outcome outcome(
            Optional<KnownArtifact> kept,
            List<IncomingVersion> fresh,
            ArtifactHead head,
            ArtifactLook look) {
        if (kept.isEmpty()) {
            return Outcome.ADDED;
        }
        boolean same =
                fresh.isEmpty()
                        && kept.get().look().equals(look)
                        && kept.get().head().filter(head::equals).isPresent();
        return same ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    private static @Nullable String detail(Item item, long broken) {
        if (broken == 0) {
            return item.notes();
        }
        String changes =
                "%d of its changes could not be applied and keep the content before them."
                        .formatted(broken);
        return item.notes() == null ? changes : Storable.note(changes + "\n" + item.notes());
    }
}
