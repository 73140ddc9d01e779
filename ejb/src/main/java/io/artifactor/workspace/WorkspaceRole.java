package io.artifactor.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a workspace, the mightiest first; each may what the later ones may. */
public enum WorkspaceRole {
    OWNER,
    ADMIN,
    EDITOR,
    VIEWER;

    /** The name in tables, URLs and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role may all that {@code needed} may. */
    public boolean covers(WorkspaceRole needed) {
        return compareTo(needed) <= 0;
    }

    /** The role of that name, as clients write it. */
    public static Optional<WorkspaceRole> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    static WorkspaceRole of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
