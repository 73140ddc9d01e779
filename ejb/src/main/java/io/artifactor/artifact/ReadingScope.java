package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Under which one id those find an artifact who read it without a grant: its workspace's, the one
 * of its owner in that workspace, or everybody's. PostgreSQL makes the same of a row, as its column
 * {@code reading_scope}.
 */
public final class ReadingScope {

    /** Of what is public; no workspace has this id. */
    public static final UUID EVERYBODY = UUID.fromString("ffffffff-ffff-8fff-bfff-ffffffffffff");

    private static final int BYTES = 32;

    private ReadingScope() {}

    static UUID of(Artifact artifact) {
        return of(artifact.place().visibility(), artifact.workspace(), artifact.owner());
    }

    public static UUID of(Visibility visibility, WorkspaceId workspace, UserId owner) {
        return switch (visibility) {
            case SHARED -> workspace.value();
            case PUBLIC -> EVERYBODY;
            case PRIVATE -> privateOf(workspace, owner);
        };
    }

    /**
     * Those of a member of these workspaces.
     *
     * @param answeredFor the scopes of others there whose private artifacts they read
     */
    static Set<UUID> all(UserId user, Set<WorkspaceId> workspaces, Set<UUID> answeredFor) {
        Set<UUID> scopes = new HashSet<>(answeredFor);
        scopes.add(EVERYBODY);
        for (WorkspaceId workspace : workspaces) {
            scopes.add(workspace.value());
            scopes.add(privateOf(workspace, user));
        }
        return Set.copyOf(scopes);
    }

    static UUID privateOf(WorkspaceId workspace, UserId owner) {
        ByteBuffer both = ByteBuffer.allocate(BYTES);
        for (UUID id : new UUID[] {workspace.value(), owner.value()}) {
            both.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both.array());
            ByteBuffer first = ByteBuffer.wrap(digest);
            return new UUID(first.getLong(), first.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
