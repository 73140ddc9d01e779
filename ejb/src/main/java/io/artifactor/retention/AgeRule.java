package io.artifactor.retention;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What is to go how long after its arrival. */
@Entity
@Table(name = "retention_rule")
public class AgeRule {

    /** When rules run, in hours of UTC. */
    private static final int HOUR = 4;

    /** Whoever made a mistake has at least this long to see it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Id private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private @Nullable UUID workspaceId;

    private String name;

    @Column(name = "after_days")
    private int afterDays;

    private @Nullable String kind;
    private @Nullable String tag;

    @Column(name = "category_id")
    private @Nullable UUID categoryId;

    @Column(name = "folder_id")
    private @Nullable UUID folderId;

    private String action;
    private boolean enabled;

    @Column(name = "next_run_at")
    private Instant nextRunAt;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected AgeRule() {}

    AgeRule(RuleDraft draft, UserId by, Instant at) {
        this.id = RuleId.next().value();
        this.workspaceId = draft.scope().workspace();
        this.madeBy = by.value();
        this.createdAt = at;
        this.updatedAt = at;
        this.name = draft.name();
        this.action = draft.action().id();
        this.nextRunAt = nextRun(at);
        say(draft);
    }

    /** Makes it say something else; it does not act on that before the next day's run. */
    void change(RuleDraft draft, Instant at) {
        say(draft);
        updatedAt = at;
        nextRunAt = nextRun(at);
    }

    private void say(RuleDraft draft) {
        name = draft.name();
        afterDays = draft.afterDays();
        kind = draft.scope().kind();
        tag = draft.scope().tag();
        categoryId = draft.scope().category();
        folderId = draft.scope().folder();
        action = draft.action().id();
        enabled = draft.enabled();
    }

    /** The next time of the day at which rules run. */
    static Instant nextRun(Instant now) {
        Instant run = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(HOUR));
        return run.isBefore(now.plus(GRACE)) ? run.plus(Duration.ofDays(1)) : run;
    }

    public RuleId id() {
        return new RuleId(id);
    }

    /** The workspace it concerns; all if empty. */
    public Optional<WorkspaceId> workspace() {
        return Optional.ofNullable(workspaceId).map(WorkspaceId::new);
    }

    /** What it says. */
    public RuleDraft draft() {
        return new RuleDraft(
                name,
                afterDays,
                new RuleDraft.Scope(workspaceId, kind, tag, categoryId, folderId),
                action(),
                enabled);
    }

    public String name() {
        return name;
    }

    public RuleAction action() {
        return RuleAction.of(action);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** When it runs by itself, if it is enabled. */
    public Instant nextRunAt() {
        return nextRunAt;
    }

    public UserId madeBy() {
        return new UserId(madeBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** What arrived before then is old enough then. */
    Instant arrivedBefore(Instant then) {
        return then.minus(Duration.ofDays(afterDays));
    }

    /** When something that arrived then is old enough. */
    public Instant dueAt(Instant arrival) {
        return arrival.plus(Duration.ofDays(afterDays));
    }

    public int revision() {
        return revision;
    }
}
