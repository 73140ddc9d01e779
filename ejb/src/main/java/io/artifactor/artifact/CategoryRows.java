package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of categories, and which of them a new artifact belongs to. */
@ApplicationScoped
class CategoryRows {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private KnownRules known;

    /** What the workspace has: those built in and its own. */
    List<Category> all(WorkspaceId workspace) {
        return entities.createQuery(
                        """
                        select c from Category c
                        where c.workspaceId is null or c.workspaceId = :workspace
                        order by c.nameKey, c.id
                        """,
                        Category.class)
                .setParameter("workspace", workspace.value())
                .getResultList();
    }

    /** The category, if the workspace has it. */
    Optional<Category> find(WorkspaceId workspace, CategoryId id) {
        return Optional.ofNullable(entities.find(Category.class, id.value()))
                .filter(category -> category.workspace().map(workspace::equals).orElse(true));
    }

    Map<UUID, Long> artifactCounts(WorkspaceId workspace, Reach reach) {
        return ArtifactCounts.by("categoryId", entities, workspace, reach);
    }

    /** The category for a new file of that name; the workspace's own go before those built in. */
    Optional<CategoryId> of(WorkspaceId workspace, String fileName) {
        Optional<KnownRules.Rule> first = first(known.of(workspace, this::rules), fileName);
        if (first.isPresent() && !first.get().builtIn()) {
            CategoryId id = new CategoryId(first.get().rule().category());
            if (find(workspace, id).isEmpty()) {
                // Deleted a moment ago on another node.
                first = first(rules(workspace), fileName);
            }
        }
        return first.map(it -> new CategoryId(it.rule().category()));
    }

    /** What the workspace's categories are is about to change. */
    void changing(WorkspaceId workspace) {
        known.changed(workspace);
    }

    private static Optional<KnownRules.Rule> first(List<KnownRules.Rule> rules, String fileName) {
        return rules.stream().filter(it -> it.rule().matches(fileName)).findFirst();
    }

    private List<KnownRules.Rule> rules(WorkspaceId workspace) {
        return all(workspace).stream()
                .sorted((a, b) -> Boolean.compare(a.isBuiltIn(), b.isBuiltIn()))
                .map(it -> new KnownRules.Rule(rule(it), it.isBuiltIn()))
                .toList();
    }

    private static CategoryRule rule(Category category) {
        return new CategoryRule(category.id().value(), category.extensions(), category.patterns());
    }

    /** The same rules in the same order, for those who write by the hundred. */
    static List<CategoryRule> rules(Connection connection, UUID workspace) throws SQLException {
        String sql =
                """
                select id, extensions, patterns from category
                where workspace_id is null or workspace_id = ?
                order by workspace_id is null, name_key, id
                """;
        List<CategoryRule> rules = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rules.add(
                            new CategoryRule(
                                    row.getObject(1, UUID.class),
                                    texts(row.getArray(2)),
                                    texts(row.getArray(3))));
                }
            }
        }
        return rules;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The artifacts of the category; the deleted ones too, which may come back. */
    List<UUID> artifacts(Category category) {
        return entities.createQuery(
                        "select a.id from Artifact a where a.place.categoryId = :id", UUID.class)
                .setParameter("id", category.id().value())
                .getResultList();
    }

    /** Deletes the category; its artifacts have none from now on. */
    void delete(Category category) {
        for (String sql :
                List.of(
                        "update artifact set category_id = null, revision = revision + 1"
                                + " where category_id = :id",
                        "delete from category where id = :id")) {
            entities.createNativeQuery(sql)
                    .setParameter("id", category.id().value())
                    .executeUpdate();
        }
    }
}
