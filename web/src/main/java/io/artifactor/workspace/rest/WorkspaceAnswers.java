package io.artifactor.workspace.rest;

import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceRegister;
import io.artifactor.workspace.WorkspaceView;
import jakarta.ws.rs.core.Response;
import java.util.Map;
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
        try {
            return write.get();
        } catch (Problem problem) {
            if (problem.data().get(WorkspaceRegister.CURRENT) instanceof WorkspaceView view) {
                throw new Problem(
                        problem.code(),
                        problem.detail(),
                        Map.of(WorkspaceRegister.CURRENT, WorkspaceResponse.of(view)));
            }
            throw problem;
        }
    }
}
