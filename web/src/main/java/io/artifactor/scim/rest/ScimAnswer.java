package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.scim.ScimErrors;
import io.artifactor.web.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent back.
 *
 * @param document nothing where it is empty
 */
record ScimAnswer(int status, ObjectNode document, Map<String, String> headers) {

    private static final String MEDIA_TYPE = "application/scim+json;charset=UTF-8";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    ScimAnswer {
        headers = Map.copyOf(headers);
    }

    static ScimAnswer of(int status, ObjectNode document) {
        return new ScimAnswer(status, document, Map.of());
    }

    static ScimAnswer empty(int status) {
        return of(status, JsonNodeFactory.instance.objectNode());
    }

    /** The error of RFC 7644, section 3.12. */
    static ScimAnswer of(Problem problem) {
        int status = problem.code().status();
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putArray("schemas").add(ERROR);
        error.put("status", String.valueOf(status));
        if (problem.data().get(ScimErrors.TYPE) instanceof String type) {
            error.put("scimType", type);
        }
        error.put("detail", problem.detail());
        ScimAnswer answer = of(status, error);
        return problem.code() == ProblemCode.UNAUTHENTICATED
                ? answer.with("WWW-Authenticate", "Bearer realm=\"artifactor\"")
                : answer;
    }

    ScimAnswer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new ScimAnswer(status, document, more);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        headers.forEach(response::setHeader);
        if (document.isEmpty()) {
            return;
        }
        byte[] body = Json.strict().writeValueAsBytes(document);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
