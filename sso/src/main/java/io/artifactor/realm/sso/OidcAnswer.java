package io.artifactor.realm.sso;

import io.artifactor.realm.Realm;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the provider of OpenID Connect sends browsers back. What this browser asked for goes on to
 * the container, which checks it; of anything else the container would make a page of its own.
 */
@WebServlet("/oidcclient/redirect/oidc")
public class OidcAnswer extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String CONTAINER = "/oidcclient/redirect/oidc";
    private static final int LONGEST = 4_096;
    private static final int LONGEST_NAME = 40;
    private static final Logger LOG = Logger.getLogger(OidcAnswer.class.getName());

    /** The container keeps in it, per state, where the browser was before. */
    private static final String ASKED = "WASReqURLOidc";

    @Inject private transient Intent intent;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> code = parameter(request, "code");
        Optional<String> state = parameter(request, "state");
        if (code.isEmpty() || state.isEmpty() || !mayHaveAsked(request, state.get())) {
            LOG.log(
                    Level.INFO,
                    "The provider of OpenID Connect let nobody in: {0}",
                    error(request));
            response.sendRedirect("/sign-in/?refused=realm");
            return;
        }
        if (!intent.isFor(Realm.OIDC, request)) {
            response.sendRedirect("/sign-in/?refused=unasked");
            return;
        }
        response.sendRedirect(
                CONTAINER + "?code=" + encoded(code.get()) + "&state=" + encoded(state.get()));
    }

    /** A container that has no such cookies looks at the state by itself. */
    private static boolean mayHaveAsked(HttpServletRequest request, String state) {
        String end = String.valueOf(Math.abs((long) state.hashCode()));
        List<String> asked =
                Cookies.of(request)
                        .map(Cookie::getName)
                        .filter(name -> name.startsWith(ASKED))
                        .toList();
        return asked.isEmpty() || asked.stream().anyMatch(name -> name.endsWith(end));
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    /** Errors have names of letters; anything else is nobody's to write into a log. */
    private static String error(HttpServletRequest request) {
        return parameter(request, "error")
                .filter(name -> name.length() <= LONGEST_NAME && name.matches("[a-z_]+"))
                .orElse("nobody asked for its answer here");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
