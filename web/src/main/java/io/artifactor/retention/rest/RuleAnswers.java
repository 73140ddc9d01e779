package io.artifactor.retention.rest;

import io.artifactor.problem.Problem;
import io.artifactor.retention.AgeRule;
import io.artifactor.retention.RetentionRules;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;

/** How a rule is answered. */
final class RuleAnswers {

    private RuleAnswers() {}

    static Response of(Response.ResponseBuilder answer, AgeRule rule) {
        return answer.tag(String.valueOf(rule.revision())).entity(RuleResponse.of(rule)).build();
    }

    /** A writer refused for an old revision is shown the rule as this interface shows it. */
    static Response showingCurrent(Supplier<Response> write) {
        try {
            return write.get();
        } catch (Problem problem) {
            if (problem.data().get(RetentionRules.CURRENT) instanceof AgeRule rule) {
                throw new Problem(
                        problem.code(),
                        problem.detail(),
                        Map.of(RetentionRules.CURRENT, RuleResponse.of(rule)));
            }
            throw problem;
        }
    }
}
