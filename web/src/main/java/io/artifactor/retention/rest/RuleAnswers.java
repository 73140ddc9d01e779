package io.artifactor.retention.rest;

import io.artifactor.retention.AgeRule;
import io.artifactor.web.CurrentState;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** How a rule is answered. */
final class RuleAnswers {

    private RuleAnswers() {}

    static Response of(Response.ResponseBuilder answer, AgeRule rule) {
        return answer.tag(String.valueOf(rule.revision())).entity(RuleResponse.of(rule)).build();
    }

    /** A writer refused for an old revision is shown the rule as this interface shows it. */
    static Response showingCurrent(Supplier<Response> write) {
        return CurrentState.shown(AgeRule.class, RuleResponse::of, write);
    }
}
