package io.artifactor.group.rest;

import io.artifactor.group.GroupView;
import io.artifactor.web.CurrentState;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** How a group is answered. */
final class GroupAnswers {

    private GroupAnswers() {}

    static Response of(Response.ResponseBuilder answer, GroupView view) {
        GroupResponse shown = GroupResponse.of(view);
        return answer.tag(String.valueOf(shown.revision())).entity(shown).build();
    }

    /** A writer refused for an old revision is shown the group as this interface shows it. */
    static Response showingCurrent(Supplier<Response> write) {
        return CurrentState.shown(GroupView.class, GroupResponse::of, write);
    }
}
