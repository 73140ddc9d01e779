package io.artifactor.realm.sso;

import io.artifactor.identity.PublicUrl;
import io.artifactor.realm.RealmSettings;
import io.artifactor.realm.SamlLogout;
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
 * too, and where that sends it back.
 */
@WebServlet("/out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DONE = "/sign-in/";

    @Inject private transient RealmSettings settings;
    @Inject private transient RealmTicket ticket;
    @Inject private transient SamlLogout samlLogout;
    @Inject private transient PublicUrl publicUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            response.sendRedirect(DONE);
            return;
        }
        Optional<String> kept = ticket.of(request);
        ticket.forget(response);
        response.sendRedirect(kept.flatMap(this::provider).orElse(DONE));
    }

    /** A SAML provider may answer by a form; whatever it says, the sign-in here is over. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(DONE);
    }

    private Optional<String> provider(String kept) {
        return SamlLogout.isTicket(kept) ? samlLogout.address(kept) : openIdConnect(kept);
    }

    private Optional<String> openIdConnect(String idToken) {
        return settings.oidcLogout()
                .map(url ->
                        url
                                + "?id_token_hint="
                                + encoded(idToken)
                                + "&post_logout_redirect_uri="
                                + encoded(publicUrl.of(DONE)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
