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
 * @param scopes the {@linkplain ReadingScope reading scopes} they read without a grant
 * @param granted the artifacts granted to them, which may lie anywhere
 */
public record Reach(UserId user, Set<WorkspaceId> workspaces, Set<UUID> scopes, Set<UUID> granted) {

    public Reach {
        workspaces = Set.copyOf(workspaces);
        scopes = Set.copyOf(scopes);
        granted = Set.copyOf(granted);
    }

    /**
     * The same as far as it can lie in a workspace they are a member of; what they answer for
     * elsewhere is still in it, so a query asks for the workspace, too.
     */
    Reach within(WorkspaceId workspace) {
        Set<UUID> inside = new HashSet<>(scopes);
        for (WorkspaceId other : workspaces) {
            if (!other.equals(workspace)) {
                inside.remove(other.value());
                inside.remove(ReadingScope.privateOf(other, user));
            }
        }
        return new Reach(user, Set.of(workspace), inside, granted);
    }

    /** The same and this artifact. */
    Reach with(ArtifactId artifact) {
        Set<UUID> more = new HashSet<>(granted);
        more.add(artifact.value());
        return new Reach(user, workspaces, scopes, more);
    }

    /** Whether the artifact of that reading scope may be read. */
    public boolean includes(UUID scope, ArtifactId artifact) {
        return scopes.contains(scope) || granted.contains(artifact.value());
    }

    /**
     * The same in a query for an artifact {@code a}. Where nothing is granted the query does not
     * ask for it: lists follow the index of a scope then.
     */
    public String condition() {
        return granted.isEmpty()
                ? "array_has(:readable, a.readingScope)"
                : "(array_has(:readable, a.readingScope) or array_has(:granted, a.id))";
    }

    /** The same in SQL, of whatever has these columns. */
    public String sql(String scopeColumn, String artifactColumn) {
        String own = scopeColumn + " = any(:readable)";
        return granted.isEmpty() ? own : "(" + own + " or " + artifactColumn + " = any(:granted))";
    }

    /**
     * The same in a query for an artifact {@code a} in the trash, which is for the members of its
     * workspace alone, whoever else it was public for or granted to.
     */
    static String conditionInTrash() {
        return "array_has(:members, a.workspaceId) and array_has(:readable, a.readingScope)";
    }

    /** Gives the query what the conditions speak of. */
    public <Q extends Query> Q bind(Q query) {
        query.setParameter("readable", scopes.toArray(UUID[]::new));
        if (!granted.isEmpty()) {
            query.setParameter("granted", granted.toArray(UUID[]::new));
        }
        return query;
    }

    /** Gives the query what {@link #conditionInTrash} speaks of. */
    <Q extends Query> Q bindInTrash(Q query) {
        query.setParameter("members", WorkspaceId.array(workspaces));
        query.setParameter("readable", scopes.toArray(UUID[]::new));
        return query;
    }

    /** The same in a search: what is found carries one of these. */
    public Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        tokens.add("u:" + user);
        scopes.forEach(scope -> tokens.add(token(scope)));
        granted.forEach(artifact -> tokens.add("a:" + artifact));
        return tokens;
    }

    /** What the document of an artifact carries. */
    public static List<String> tokensOf(UUID scope, ArtifactId artifact) {
        return List.of(token(scope), "a:" + artifact);
    }

    /** The workspace's own, for what is shared: documents of before there were others stay true. */
    private static String token(UUID scope) {
        return "w:" + scope;
    }
}
