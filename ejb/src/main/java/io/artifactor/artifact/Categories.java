package io.artifactor.artifact;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to categories: those built in, which everybody may read and nobody change, and those a
 * workspace adds for itself.
 */
@Stateless
public class Categories {

    private static final int MOST = 200;

    @Inject private CategoryRows rows;
    @Inject private Reaches reaches;
    @Inject private ChosenWorkspace chosen;
    @Inject private WorkspaceLocks locks;
    @Inject private Outbox outbox;
    @Inject private AuditLog audit;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** All categories of a workspace, the caller's own if none is named, in order of name. */
    public List<CategoryView> all(Caller caller, Optional<WorkspaceId> named) {
        WorkspaceId workspace = chosen.toRead(caller, named);
        Map<UUID, Long> counts =
                rows.artifactCounts(workspace, reaches.of(caller).within(workspace));
        return rows.all(workspace).stream()
                .map(it -> new CategoryView(it, counts.getOrDefault(it.id().value(), 0L)))
                .toList();
    }

    public Category get(Caller caller, CategoryId id) {
        return Optional.ofNullable(entities.find(Category.class, id.value()))
                .filter(it -> it.workspace().map(w -> chosen.mayRead(caller, w)).orElse(true))
                .orElseThrow(() -> missing(id));
    }

    public Category add(Caller caller, Optional<WorkspaceId> named, CategoryDraft draft) {
        WorkspaceId workspace = chosen.toWrite(caller, named);
        locks.holdCategories(workspace);
        List<Category> present = rows.all(workspace);
        if (present.stream().filter(it -> !it.isBuiltIn()).count() >= MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A workspace has at most %d categories of its own.".formatted(MOST));
        }
        refuseNamesake(present, draft.name(), Optional.empty());
        rows.changing(workspace);
        Category category = new Category(workspace, draft, ArtifactLibrary.now());
        entities.persist(category);
        return category;
    }

    /** Changes a category; artifacts that are kept stay in the category they are in. */
    public Category change(
            Caller caller, CategoryId id, ExpectedRevision expected, CategoryChange change) {
        Category category = held(caller, id);
        StaleWrite.refuse(expected, category.revision(), "category", category);
        CategoryDraft before = category.draft();
        CategoryDraft after = change.applyTo(before);
        if (after.equals(before)) {
            return category;
        }
        category.workspace()
                .ifPresent(it -> refuseNamesake(rows.all(it), after.name(), Optional.of(id)));
        category.workspace().ifPresent(rows::changing);
        category.describe(after, ArtifactLibrary.now());
        entities.flush();
        if (!after.name().equals(before.name())) {
            outbox.appendAll(ArtifactLibrary.CHANGED, rows.artifacts(category));
        }
        return category;
    }

    /** Deletes a category; its artifacts stay, without one. */
    public void delete(Caller caller, CategoryId id, ExpectedRevision expected) {
        Category category = held(caller, id);
        StaleWrite.refuse(expected, category.revision(), "category", category);
        category.workspace().ifPresent(rows::changing);
        List<UUID> changed = rows.artifacts(category);
        rows.delete(category);
        audit.append(AuditEvent.by(caller, "category-deleted", "category:" + id));
        outbox.appendAll(ArtifactLibrary.CHANGED, changed);
    }

    /** A category to be changed, with nobody else changing those of its workspace. */
    private Category held(Caller caller, CategoryId id) {
        Category seen = get(caller, id);
        WorkspaceId workspace =
                seen.workspace()
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.FORBIDDEN,
                                        "The category \"%s\" is built in, and stays as it is."
                                                .formatted(seen.name())));
        chosen.requireEditor(caller, workspace, missing(id));
        locks.holdCategories(workspace);
        entities.detach(seen);
        return Optional.ofNullable(entities.find(Category.class, id.value()))
                .orElseThrow(() -> missing(id));
    }

    private static void refuseNamesake(
            List<Category> present, String name, Optional<CategoryId> self) {
        String key = NameRules.key(name);
        if (present.stream()
                .filter(it -> !self.equals(Optional.of(it.id())))
                .anyMatch(it -> NameRules.key(it.name()).equals(key))) {
            throw new Problem(
                    ProblemCode.CONFLICT, "There is a category \"%s\" already.".formatted(name));
        }
    }

    private static Problem missing(CategoryId id) {
        return Problem.notFound("category", id);
    }
}
