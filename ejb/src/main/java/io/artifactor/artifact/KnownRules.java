package io.artifactor.artifact;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * By which rules the workspaces' new artifacts get their category; asked for by every upload, and
 * changed hardly ever. Each node reads them for itself: they are as quickly read as told.
 */
@ApplicationScoped
class KnownRules {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 2_000;

    @Inject private Caches caches;

    private Memory<WorkspaceId, List<Rule>> rules;

    /** A rule, and whether its category is there for certain. */
    record Rule(CategoryRule rule, boolean builtIn) {}

    @PostConstruct
    void begin() {
        rules =
                caches.memory(
                        Region.own(
                                "category-rules",
                                REMEMBERED,
                                MOST,
                                (workspace, known) -> workspace.toString()));
    }

    List<Rule> of(WorkspaceId workspace, Function<WorkspaceId, List<Rule>> find) {
        return rules.require(workspace, find);
    }

    /** The workspace's categories are not what they were, once this transaction is over. */
    void changed(WorkspaceId workspace) {
        caches.changed(rules, workspace.toString());
    }
}
