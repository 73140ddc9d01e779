package io.artifactor.artifact.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.Map;
import java.util.Objects;

/**
 * The page people see who open a share link: the same for every link, so the server need not look
 * at the secret, which the page's script takes from the address.
 */
@WebServlet(urlPatterns = "/share/*")
public class SharePage extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    private static final String PAGE = "/page.html";
    private static final Map<String, String> TYPES =
            Map.of(
                    PAGE,
                    "text/html;charset=utf-8",
                    "/page.js",
                    "text/javascript;charset=utf-8",
                    "/page.css",
                    "text/css;charset=utf-8");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String asked = Objects.requireNonNullElse(request.getPathInfo(), PAGE);
        String file = TYPES.containsKey(asked) ? asked : PAGE;
        response.setContentType(TYPES.get(file));
        response.setHeader("Content-Security-Policy", POLICY);
        try (InputStream content = getServletContext().getResourceAsStream("/share" + file)) {
            if (content == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            content.transferTo(response.getOutputStream());
        }
    }
}
