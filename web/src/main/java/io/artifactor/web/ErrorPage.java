package io.artifactor.web;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Answers what fails outside of the REST resources, instead of the runtime's talkative page. */
@WebServlet(urlPatterns = "/error", asyncSupported = true)
public class ErrorPage extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemCode code = codeOf(status instanceof Integer number ? number : 404);
        ProblemAnswer.send(
                new Problem(code, code.title() + "."),
                path instanceof String uri ? uri : request.getRequestURI(),
                request,
                response);
    }

    private static ProblemCode codeOf(int status) {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.status() == status) {
                return code;
            }
        }
        return status < 500 ? ProblemCode.INVALID_INPUT : ProblemCode.INTERNAL;
    }
}
