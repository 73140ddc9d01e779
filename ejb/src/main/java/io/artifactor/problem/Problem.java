package io.artifactor.problem;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one exception: a refusal with a code, a sentence that says what was wrong and what was
 * expected, and data an edge may show. It rolls the transaction back and reaches the edge
 * unwrapped.
 */
@ApplicationException(rollback = true)
public class Problem extends RuntimeException {

    /** The name under which data says in how many seconds to try again. */
    public static final String RETRY_AFTER = "retryAfter";

    /** The name under which data holds what is kept, for a writer who did not see it. */
    public static final String CURRENT = "current";

    @Serial private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> data;

    public Problem(ProblemCode code, String message) {
        this(code, message, List.of(), Map.of(), null);
    }

    public Problem(ProblemCode code, String message, Throwable cause) {
        this(code, message, List.of(), Map.of(), cause);
    }

    public Problem(ProblemCode code, String message, Map<String, Object> data) {
        this(code, message, List.of(), data, null);
    }

    private Problem(
            ProblemCode code,
            String message,
            List<FieldError> errors,
            Map<String, Object> data,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.data = Map.copyOf(data);
    }

    /** Input refused because of one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** Input refused because of one field, with more for the edge to show. */
    public static Problem invalid(String field, String message, Map<String, Object> data) {
        return new Problem(
                ProblemCode.INVALID_INPUT,
                field + ": " + message,
                List.of(new FieldError(field, message)),
                data,
                null);
    }

    /** Input refused because of the given fields. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String detail = first.field() + ": " + first.message();
        return new Problem(ProblemCode.INVALID_INPUT, detail, errors, Map.of(), null);
    }

    /** The thing is not there, or the caller may not know that it is. */
    public static Problem notFound(String what, Object id) {
        return new Problem(ProblemCode.NOT_FOUND, "There is no " + what + " with id " + id + ".");
    }

    /** The writer did not see what is kept now. */
    public static Problem outdated(String what, int revision, Object current) {
        return new Problem(
                ProblemCode.PRECONDITION_FAILED,
                "The %s was changed in the meantime and is at revision %d now."
                        .formatted(what, revision),
                Map.of(CURRENT, current));
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** More for the edge to show, under stable names. */
    public Map<String, Object> data() {
        return data;
    }

    /** The sentence for the reader; never null, unlike {@link #getMessage()}'s type promises. */
    public String detail() {
        String message = getMessage();
        return message == null ? code.title() : message;
    }
}
