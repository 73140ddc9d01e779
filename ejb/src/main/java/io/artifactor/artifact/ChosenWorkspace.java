package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The workspace a caller means, and what they may do there. */
@ApplicationScoped
class ChosenWorkspace {

    @Inject private Workspaces workspaces;

    /** The one named, or else the caller's own; NOT_FOUND if they may not read it. */
    WorkspaceId toRead(Caller caller, Optional<WorkspaceId> named) {
        WorkspaceId chosen = named.orElseGet(() -> workspaces.personalOf(caller));
        if (named.isPresent() && !mayRead(caller, chosen)) {
            throw Problem.notFound("workspace", chosen);
        }
        return chosen;
    }

    /** The one named, or else the caller's own; refused if they may not change its content. */
    WorkspaceId toWrite(Caller caller, Optional<WorkspaceId> named) {
        return workspaces.toWrite(caller, named);
    }

    boolean mayRead(Caller caller, WorkspaceId workspace) {
        return workspaces.roleOf(caller, workspace).isPresent();
    }

    /** Refuses as {@code missing} whoever may not even read, as forbidden who may only read. */
    void requireEditor(Caller caller, WorkspaceId workspace, Problem missing) {
        if (!mayRead(caller, workspace)) {
            throw missing;
        }
        workspaces.requireEditor(caller, workspace);
    }
}
