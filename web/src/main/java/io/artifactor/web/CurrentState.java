package io.artifactor.web;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows a writer refused for an old revision what is kept, as this interface shows it. */
public final class CurrentState {

    private CurrentState() {}

    /**
     * @param type of what the refusal holds
     * @param shape how that is shown
     */
    public static <T, C> T shown(Class<C> type, Function<C, ?> shape, Supplier<T> write) {
        try {
            return write.get();
        } catch (Problem problem) {
            Object current = problem.data().get(Problem.CURRENT);
            if (problem.code() == ProblemCode.PRECONDITION_FAILED && type.isInstance(current)) {
                throw new Problem(
                        problem.code(),
                        problem.detail(),
                        Map.of(Problem.CURRENT, shape.apply(type.cast(current))));
            }
            throw problem;
        }
    }
}
