package io.artifactor.group.rest;

import io.artifactor.group.GroupView;
import io.artifactor.group.Groups;
import io.artifactor.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Map;
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
        try {
            return write.get();
        } catch (Problem problem) {
            if (problem.data().get(Groups.CURRENT) instanceof GroupView view) {
                throw new Problem(
                        problem.code(),
                        problem.detail(),
                        Map.of(Groups.CURRENT, GroupResponse.of(view)));
            }
            throw problem;
        }
    }
}
