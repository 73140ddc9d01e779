package io.artifactor.scim.rest;

import io.artifactor.identity.Caller;
import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Origin;
import io.artifactor.identity.Refusals;
import io.artifactor.identity.RequestOrigin;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.scim.ScimSettings;
import io.artifactor.web.ErrorMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything under {@code /scim/v2}. A servlet, because its paths, media type and errors are not
 * those of the described interface.
 */
@WebServlet("/scim/v2/*")
public class ScimServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ScimServlet.class.getName());

    @Inject private transient CurrentCaller current;
    @Inject private transient ScimRoutes routes;
    @Inject private transient ScimSettings settings;
    @Inject private transient Refusals refusals;
    @Inject private transient RequestOrigin origin;
    @Inject private transient ClientAddress address;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request).send(request, response);
    }

    private ScimAnswer answer(HttpServletRequest request) {
        origin.set(
                new Origin(
                        address.of(
                                request.getRemoteAddr(),
                                request.getHeaders(ClientAddress.FORWARDED)),
                        request.getHeader("User-Agent")));
        try {
            Caller caller = current.provisioner();
            settings.fed();
            return routes.answer(caller, ScimRequest.of(request));
        } catch (IOException | RuntimeException e) {
            Problem problem =
                    ErrorMapper.foreseen(e).orElseGet(() -> ErrorMapper.unforeseen(e, request));
            if (problem.code() == ProblemCode.FORBIDDEN) {
                noteRefusal(request);
            }
            return ScimAnswer.of(problem);
        }
    }

    private void noteRefusal(HttpServletRequest request) {
        try {
            current.whoever()
                    .ifPresent(caller ->
                            refusals.note(caller, request.getMethod(), request.getRequestURI()));
        } catch (RuntimeException e) {
            // Nothing was done: the answer stays what it is.
            LOG.log(Level.WARNING, "A refusal could not be noted", e);
        }
    }
}
