package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody may read now. The decision about one artifact, the filter of a list and the tokens
 * of a search are all made of it, here, so that they cannot come to differ.
 *
 * @param workspaces those they are a member of
 * @param granted the artifacts granted to them, which may lie anywhere
 */
public record Reach(UserId user, Set<WorkspaceId> workspaces, Set<UUID> granted) {

    public Reach {
        workspaces = Set.copyOf(workspaces);
        granted = Set.copyOf(granted);
    }

    /** What they reach as a member: a trash is for the members of its workspace alone. */
    Reach withoutGrants() {
        return new Reach(user, workspaces, Set.of());
    }

    /** Whether the artifact, which lies in the workspace, may be read. */
    public boolean includes(WorkspaceId workspace, ArtifactId artifact) {
        return workspaces.contains(workspace) || granted.contains(artifact.value());
    }

    /**
     * The same in a query for an artifact {@code a}. Where nothing is granted the query does not
     * ask for it: lists follow the index of a workspace then.
     */
    String condition() {
        return granted.isEmpty()
                ? "array_has(:readable, a.workspaceId)"
                : "(array_has(:readable, a.workspaceId) or array_has(:granted, a.id))";
    }

    /** The same in SQL, of whatever has these columns. */
    public String sql(String workspaceColumn, String artifactColumn) {
        String own = workspaceColumn + " = any(:readable)";
        return granted.isEmpty() ? own : "(" + own + " or " + artifactColumn + " = any(:granted))";
    }

    /** Gives the query what the conditions speak of. */
    public <Q extends Query> Q bind(Q query) {
        query.setParameter("readable", WorkspaceId.array(workspaces));
        if (!granted.isEmpty()) {
            query.setParameter("granted", granted.toArray(UUID[]::new));
        }
        return query;
    }

    /** The same in a search: what is found carries one of these. */
    public Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        tokens.add("u:" + user);
        workspaces.forEach(workspace -> tokens.add(token(workspace)));
        granted.forEach(artifact -> tokens.add("a:" + artifact));
        return tokens;
    }

    /** What the document of an artifact carries. */
    public static List<String> tokensOf(WorkspaceId workspace, ArtifactId artifact) {
        return List.of(token(workspace), "a:" + artifact);
    }

    private static String token(WorkspaceId workspace) {
        return "w:" + workspace;
    }
}
