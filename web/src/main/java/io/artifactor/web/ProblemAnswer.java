package io.artifactor.web;

import io.artifactor.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a problem where no resource does. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    public static void send(
            Problem problem, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemDocument document = ProblemDocument.of(problem, path, RequestId.of(request));
        response.setStatus(document.status());
        response.setHeader(RequestId.HEADER, document.requestId());
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        response.getOutputStream().write(Json.strict().writeValueAsBytes(document));
    }
}
