package io.artifactor.quota;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import java.util.UUID;

/** Whose bytes are counted: a user's, whichever workspace they are in, or a workspace's. */
public record Holder(Kind kind, UUID id) {

    /** What has a quota. */
    public enum Kind {
        USER,
        WORKSPACE
    }

    public static Holder of(UserId user) {
        return new Holder(Kind.USER, user.value());
    }

    public static Holder of(WorkspaceId workspace) {
        return new Holder(Kind.WORKSPACE, workspace.value());
    }

    boolean isUser() {
        return kind == Kind.USER;
    }

    String noun() {
        return isUser() ? "user" : "workspace";
    }

    @Override
    public String toString() {
        return noun() + ":" + id;
    }
}
