package io.artifactor.realm.sso;

import io.artifactor.identity.PublicUrl;
import io.artifactor.realm.RealmSettings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a page of ours sends a browser that has just signed out here, to sign out at the provider
 * of OpenID Connect too.
 */
@WebServlet("/out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DONE = "/sign-in/";

    @Inject private transient RealmSettings settings;
    @Inject private transient RealmTicket ticket;
    @Inject private transient PublicUrl publicUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            response.sendRedirect(DONE);
            return;
        }
        Optional<String> idToken = ticket.of(request);
        ticket.forget(response);
        Optional<String> provider = settings.oidcLogout();
        if (idToken.isEmpty() || provider.isEmpty()) {
            response.sendRedirect(DONE);
            return;
        }
        response.sendRedirect(
                provider.get()
                        + "?id_token_hint="
                        + encoded(idToken.get())
                        + "&post_logout_redirect_uri="
                        + encoded(publicUrl.of(DONE)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
