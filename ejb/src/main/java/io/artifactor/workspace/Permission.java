package io.artifactor.workspace;

/** What somebody may do in a workspace, and which role that takes. */
public enum Permission {
    /** See the workspace, its members and its content. */
    READ(WorkspaceRole.VIEWER, "It takes a member of this workspace."),

    /** Change content; in an archived workspace nobody may. */
    EDIT(
            WorkspaceRole.EDITOR,
            "A viewer of this workspace cannot change its content; it takes an editor."),

    /** Change the workspace's name, its members and its invitations. */
    MANAGE(WorkspaceRole.ADMIN, "It takes an admin or an owner of this workspace."),

    /** Appoint owners, archive and delete the workspace. */
    OWN(WorkspaceRole.OWNER, "It takes an owner of this workspace.");

    private final WorkspaceRole needed;
    private final String refusal;

    Permission(WorkspaceRole needed, String refusal) {
        this.needed = needed;
        this.refusal = refusal;
    }

    /** Whether somebody of this role has the permission, in a workspace that is archived or not. */
    boolean isGivenTo(WorkspaceRole role, boolean archived) {
        return role.covers(needed) && !(archived && this == EDIT);
    }

    String refusal(boolean archived) {
        return archived && this == EDIT
                ? "This workspace is archived: its content can be read, not changed."
                : refusal;
    }
}
