package io.artifactor.quota;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Map;

/** The refusal of what would be too much. */
final class Exceeded {

    private Exceeded() {}

    static Problem problem(Holder holder, long limit, long used, long needed) {
        return new Problem(
                ProblemCode.QUOTA_EXCEEDED,
                "The %s may have %d bytes and has %d; %d more are too many."
                        .formatted(holder.noun(), limit, used, needed),
                Map.of(
                        "holder", holder.noun(),
                        "limit", limit,
                        "used", used,
                        "needed", needed));
    }
}
