package io.artifactor.web;

import io.artifactor.problem.DatabaseFailures;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whatever leaves a resource becomes a problem document; what nobody foresaw is logged with the
 * request's id and answered without a word about its inside.
 */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());

    /** In seconds. */
    private static final long SOON = 5;

    /** What violates a constraint, or another transaction. */
    private static final List<String> COLLISIONS = List.of("23", "40");

    private static final Map<Integer, ProblemCode> BY_STATUS =
            Map.of(
                    400, ProblemCode.INVALID_INPUT,
                    401, ProblemCode.UNAUTHENTICATED,
                    403, ProblemCode.FORBIDDEN,
                    404, ProblemCode.NOT_FOUND,
                    405, ProblemCode.METHOD_NOT_ALLOWED,
                    406, ProblemCode.NOT_ACCEPTABLE,
                    412, ProblemCode.PRECONDITION_FAILED,
                    413, ProblemCode.TOO_LARGE,
                    415, ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    503, ProblemCode.UNAVAILABLE);

    @Context private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<Problem> foreseen = foreseen(thrown);
        if (foreseen.isPresent()) {
            return answer(foreseen.get(), null);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return answer(ofStatus(web.getResponse().getStatus()), web.getResponse());
        }
        return answer(unforeseen(thrown, request), null);
    }

    /** The problem that is behind a failure, if it is one that happens. */
    public static Optional<Problem> foreseen(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return Optional.of(problem);
                }
                case OptimisticLockException e -> {
                    return Optional.of(changed());
                }
                case EJBAccessException e -> {
                    return Optional.of(forbidden());
                }
                case SQLException e when DatabaseFailures.isOf(e, COLLISIONS) -> {
                    return Optional.of(conflict());
                }
                case SQLException e when DatabaseFailures.pass(e) -> {
                    return Optional.of(databaseAway());
                }
                case IOException e when isAboutTheBody(e) -> {
                    return Optional.of(unreadable());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** Logs what nobody foresaw; the problem says nothing of its inside. */
    public static Problem unforeseen(Throwable thrown, HttpServletRequest request) {
        LOG.log(Level.SEVERE, "Request " + RequestId.of(request) + " failed", thrown);
        return new Problem(ProblemCode.INTERNAL, internalDetail());
    }

    /** The second one is the server's own, and of no library there is at compile time. */
    private static boolean isAboutTheBody(IOException e) {
        return e instanceof EOFException
                || e.getClass().getSimpleName().equals("IllegalHttpBodyException");
    }

    private static Problem unreadable() {
        return new Problem(
                ProblemCode.INVALID_INPUT,
                "The body ends too early, or is not encoded as its headers say.");
    }

    private static Problem ofStatus(int status) {
        ProblemCode code = BY_STATUS.getOrDefault(status, ProblemCode.INVALID_INPUT);
        return new Problem(code, code.title() + ".");
    }

    private static Problem changed() {
        return new Problem(
                ProblemCode.PRECONDITION_FAILED,
                "It was changed by somebody else in the meantime; read it again and repeat.");
    }

    private static Problem forbidden() {
        return new Problem(ProblemCode.FORBIDDEN, "Your role does not allow this.");
    }

    private static Problem conflict() {
        return new Problem(
                ProblemCode.CONFLICT, "This collides with something stored at the same moment.");
    }

    private static Problem databaseAway() {
        return new Problem(
                ProblemCode.UNAVAILABLE,
                "The database does not answer, or is too busy; try again shortly.",
                Map.of(Problem.RETRY_AFTER, SOON));
    }

    private static String internalDetail() {
        return "Something failed that should not; the request id leads to it in the server's log.";
    }

    private Response answer(Problem problem, @Nullable Response original) {
        ProblemDocument document =
                ProblemDocument.of(problem, request.getRequestURI(), RequestId.of(request));
        Response.ResponseBuilder answer =
                Response.status(document.status())
                        .type(ProblemDocument.MEDIA_TYPE)
                        .entity(document);
        if (original != null && original.getHeaderString("Allow") != null) {
            answer.header("Allow", original.getHeaderString("Allow"));
        }
        if (problem.code() == ProblemCode.REQUEST_AT_WORK) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        if (problem.data().get(Problem.RETRY_AFTER) instanceof Long seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return answer.build();
    }
}
