package io.artifactor.workspace;

import java.util.Objects;

/**
 * A workspace is about to be deleted. Fired inside the transaction that does it: whoever keeps
 * something of worth there refuses, whoever keeps what has none without it removes it.
 */
public record WorkspaceClosing(WorkspaceId workspace) {

    public WorkspaceClosing {
        Objects.requireNonNull(workspace, "workspace");
    }
}
