package io.artifactor.hold.rest;

import io.artifactor.hold.Holds;
import io.artifactor.hold.LegalHold;
import io.artifactor.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;

/** How a hold is answered. */
final class HoldAnswers {

    private HoldAnswers() {}

    static Response of(Response.ResponseBuilder answer, LegalHold hold) {
        return answer.tag(String.valueOf(hold.revision())).entity(HoldResponse.of(hold)).build();
    }

    /** A writer refused for an old revision is shown the hold as this interface shows it. */
    static Response showingCurrent(Supplier<Response> write) {
        try {
            return write.get();
        } catch (Problem problem) {
            if (problem.data().get(Holds.CURRENT) instanceof LegalHold hold) {
                throw new Problem(
                        problem.code(),
                        problem.detail(),
                        Map.of(Holds.CURRENT, HoldResponse.of(hold)));
            }
            throw problem;
        }
    }
}
