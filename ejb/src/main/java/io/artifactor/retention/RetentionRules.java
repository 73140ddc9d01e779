package io.artifactor.retention;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.Permission;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * The door to rules of age. Administrators make them for everything, owners for their workspaces;
 * auditors read them all.
 */
@Stateless
public class RetentionRules {

    private static final String LIST = "retention rules";

    /** Those of workspaces {@code :user} owns; all of them for whoever may see all. */
    private static final String VISIBLE =
            """
            from AgeRule r where (:all = true or exists (
                select 1 from Membership m where m.key.workspaceId = r.workspaceId
                    and m.key.userId = :user and m.role = 'owner'))
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Workspaces workspaces;
    @Inject private AuditLog audit;

    /** The last made first. */
    public Page<AgeRule> page(Caller caller, PageRequest request) {
        Optional<Cursor> after = request.position(LIST);
        TypedQuery<AgeRule> query =
                entities.createQuery(
                                "select r "
                                        + VISIBLE
                                        + (after.isPresent() ? " and r.id < :after" : "")
                                        + " order by r.id desc",
                                AgeRule.class)
                        .setParameter("all", seesAll(caller))
                        .setParameter("user", caller.user().value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        after.ifPresent(cursor -> query.setParameter("after", cursor.uuid(0)));
        Page<AgeRule> page =
                Page.of(query.getResultList(), request, LIST, rule -> Cursor.at(rule.id()));
        return request.withTotal() ? page.withTotal(count(caller)) : page;
    }

    private long count(Caller caller) {
        return entities.createQuery("select count(r) " + VISIBLE, Long.class)
                .setParameter("all", seesAll(caller))
                .setParameter("user", caller.user().value())
                .getSingleResult();
    }

    private static boolean seesAll(Caller caller) {
        return caller.is(Role.ADMIN) || caller.is(Role.AUDITOR);
    }

    public AgeRule get(Caller caller, RuleId id) {
        AgeRule rule = find(id, LockModeType.NONE);
        if (!seesAll(caller)) {
            requireOwner(caller, rule);
        }
        return rule;
    }

    /** The rule, for somebody who may have it run. */
    public AgeRule requireUsable(Caller caller, RuleId id) {
        AgeRule rule = find(id, LockModeType.NONE);
        requireOwner(caller, rule);
        return rule;
    }

    /** Makes a rule; it does nothing before the next day's run, unless somebody has it run. */
    public AgeRule add(Caller caller, RuleDraft draft) {
        requirePlace(caller, draft);
        AgeRule rule = new AgeRule(draft, caller.user(), now());
        entities.persist(rule);
        entities.flush();
        audit.append(event(caller, "retention-rule-created", rule));
        return rule;
    }

    /**
     * Makes a rule say something else; a run of it that is at work stops.
     *
     * @param expected whether the caller has seen a revision
     */
    public AgeRule replace(Caller caller, RuleId id, IntPredicate expected, RuleDraft draft) {
        AgeRule rule = changeable(caller, id, expected);
        if (!Objects.equals(rule.draft().scope().workspace(), draft.scope().workspace())) {
            throw Problem.invalid("workspaceId", "of a rule stays; make another rule.");
        }
        requirePlace(caller, draft);
        rule.change(draft, now());
        entities.flush();
        audit.append(event(caller, "retention-rule-changed", rule));
        return rule;
    }

    /** Ends a rule; a run of it that is at work stops. */
    public void delete(Caller caller, RuleId id, IntPredicate expected) {
        AgeRule rule = changeable(caller, id, expected);
        audit.append(event(caller, "retention-rule-deleted", rule));
        entities.remove(rule);
    }

    private AgeRule changeable(Caller caller, RuleId id, IntPredicate expected) {
        AgeRule rule = find(id, LockModeType.PESSIMISTIC_WRITE);
        requireOwner(caller, rule);
        if (!expected.test(rule.revision())) {
            throw Problem.outdated("rule", rule.revision(), rule);
        }
        return rule;
    }

    /** Whoever may not know of the workspace may not know of its rules; nor of those of all. */
    private void requireOwner(Caller caller, AgeRule rule) {
        if (caller.is(Role.ADMIN)) {
            return;
        }
        try {
            workspaces.require(
                    caller, Permission.OWN, rule.workspace().orElseThrow(() -> missing(rule.id())));
        } catch (Problem problem) {
            throw problem.code() == ProblemCode.NOT_FOUND ? missing(rule.id()) : problem;
        }
    }

    private void requirePlace(Caller caller, RuleDraft draft) {
        RuleDraft.Scope scope = draft.scope();
        if (scope.workspace() == null) {
            caller.requireAdministrator();
        } else if (!caller.is(Role.ADMIN)) {
            workspaces.require(caller, Permission.OWN, new WorkspaceId(scope.workspace()));
        } else if (isMissing("Workspace w where w.id = :id", scope.workspace(), scope)) {
            throw Problem.invalid("workspaceId", "is the id of no workspace.");
        }
        if (scope.folder() != null
                && isMissing(
                        "Folder f where f.id = :id and f.workspaceId = :workspace",
                        scope.folder(),
                        scope)) {
            throw Problem.invalid("folder", "is no folder of this workspace.");
        }
        if (scope.category() != null
                && isMissing(
                        "Category c where c.id = :id and (c.workspaceId is null"
                                + " or c.workspaceId = :workspace)",
                        scope.category(),
                        scope)) {
            throw Problem.invalid("category", "is no category there.");
        }
    }

    private boolean isMissing(String from, UUID id, RuleDraft.Scope scope) {
        TypedQuery<Long> query =
                entities.createQuery("select count(*) from " + from, Long.class)
                        .setParameter("id", id);
        if (from.contains(":workspace")) {
            query.setParameter("workspace", scope.workspace());
        }
        return query.getSingleResult() == 0;
    }

    private AgeRule find(RuleId id, LockModeType lock) {
        return Optional.ofNullable(entities.find(AgeRule.class, id.value(), lock))
                .orElseThrow(() -> missing(id));
    }

    private static Problem missing(RuleId id) {
        return Problem.notFound("retention rule", id);
    }

    private static AuditEvent event(Caller caller, String action, AgeRule rule) {
        return AuditEvent.by(caller, action, "retention-rule:" + rule.id())
                .with("name", rule.name())
                .with("workspace", rule.workspace().map(Object::toString).orElse("all"))
                .with("afterDays", String.valueOf(rule.draft().afterDays()))
                .with("action", rule.action().id())
                .with("enabled", String.valueOf(rule.isEnabled()));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
