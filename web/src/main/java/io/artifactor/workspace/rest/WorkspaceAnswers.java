package io.artifactor.workspace.rest;

import io.artifactor.web.CurrentState;
import io.artifactor.workspace.WorkspaceView;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** How a workspace is answered. */
final class WorkspaceAnswers {

    private WorkspaceAnswers() {}

    static Response of(WorkspaceView view) {
        return of(Response.ok(), view);
    }

    static Response of(Response.ResponseBuilder answer, WorkspaceView view) {
        WorkspaceResponse shown = WorkspaceResponse.of(view);
        return answer.tag(String.valueOf(shown.revision())).entity(shown).build();
    }

    /** A writer refused for an old revision is shown the workspace as this interface shows it. */
    static Response showingCurrent(Supplier<Response> write) {
        return CurrentState.shown(WorkspaceView.class, WorkspaceResponse::of, write);
    }
}
