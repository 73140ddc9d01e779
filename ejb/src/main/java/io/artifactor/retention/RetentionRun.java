package io.artifactor.retention;

import io.artifactor.identity.UserId;
import io.artifactor.operation.WorkState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One run of a rule, as it stands; written by statements, never through this. */
@Entity
@Immutable
@Table(name = "retention_run")
public class RetentionRun {

    @Id private UUID id;

    @Column(name = "rule_id")
    private @Nullable UUID ruleId;

    @Column(name = "rule_name")
    private String ruleName;

    private String action;

    @Column(name = "arrived_before")
    private Instant arrivedBefore;

    private String state;
    private long total;
    private long done;
    private long removed;
    private long held;
    private long bytes;
    private @Nullable String problem;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected RetentionRun() {}

    public RunId id() {
        return new RunId(id);
    }

    /** The rule; empty if it is no more. */
    public Optional<RuleId> rule() {
        return Optional.ofNullable(ruleId).map(RuleId::new);
    }

    public String ruleName() {
        return ruleName;
    }

    public RuleAction action() {
        return RuleAction.of(action);
    }

    /** What came later is too young for it. */
    public Instant arrivedBefore() {
        return arrivedBefore;
    }

    public WorkState state() {
        return WorkState.of(state);
    }

    /** How many artifacts were old enough when it began. */
    public long total() {
        return total;
    }

    public long done() {
        return done;
    }

    /** How many of those done were removed. */
    public long removed() {
        return removed;
    }

    /** How many of those done a legal hold kept. */
    public long held() {
        return held;
    }

    /** Of the current contents of those removed. */
    public long bytes() {
        return bytes;
    }

    /** Why it stopped or failed. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Who had it run, or made the rule that runs by itself. */
    public UserId user() {
        return new UserId(userId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
