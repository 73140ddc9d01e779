package io.artifactor.hold.rest;

import io.artifactor.hold.LegalHold;
import io.artifactor.web.CurrentState;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** How a hold is answered. */
final class HoldAnswers {

    private HoldAnswers() {}

    static Response of(Response.ResponseBuilder answer, LegalHold hold) {
        return answer.tag(String.valueOf(hold.revision())).entity(HoldResponse.of(hold)).build();
    }

    /** A writer refused for an old revision is shown the hold as this interface shows it. */
    static Response showingCurrent(Supplier<Response> write) {
        return CurrentState.shown(LegalHold.class, HoldResponse::of, write);
    }
}
