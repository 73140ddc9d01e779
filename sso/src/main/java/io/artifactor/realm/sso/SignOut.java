package io.artifactor.realm.sso;

import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Origin;
import io.artifactor.identity.PublicUrl;
import io.artifactor.identity.RequestOrigin;
import io.artifactor.problem.Problem;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmSettings;
import io.artifactor.realm.SamlLogout;
import io.artifactor.realm.SamlSignOut;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a page of ours sends a browser that has just signed out here, to sign out at the provider
 * too, and where that sends it back. A SAML provider sends here, too, that sign-ins are over.
 */
@WebServlet("/out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DONE = "/sign-in/";
    private static final String ASKED = "SAMLRequest";
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_STATE = 1_024;

    @Inject private transient RealmSettings settings;
    @Inject private transient RealmTicket ticket;
    @Inject private transient SamlLogout samlLogout;
    @Inject private transient SamlSignOut samlSignOut;
    @Inject private transient RequestOrigin origin;
    @Inject private transient ClientAddress address;
    @Inject private transient PublicUrl publicUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getParameter(ASKED) != null) {
            end(
                    () -> samlSignOut.endByAddress(request.getQueryString(), relayState(request)),
                    request,
                    response);
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            response.sendRedirect(DONE);
            return;
        }
        Optional<String> kept = ticket.of(request);
        ticket.forget(response);
        response.sendRedirect(kept.flatMap(this::provider).orElse(DONE));
    }

    /** A SAML provider asks by a form, or answers by one: then the sign-in here is over already. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long length = request.getContentLengthLong();
        String field = length > 0 && length <= LARGEST ? request.getParameter(ASKED) : null;
        if (field == null) {
            response.sendRedirect(DONE);
        } else {
            end(() -> samlSignOut.endByForm(field, relayState(request)), request, response);
        }
    }

    /** What is not sound ends nothing. */
    private void end(
            Supplier<Optional<String>> ending,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!settings.has(Realm.SAML)) {
            response.sendRedirect(DONE);
            return;
        }
        origin.set(
                new Origin(
                        address.of(
                                request.getRemoteAddr(),
                                request.getHeaders(ClientAddress.FORWARDED)),
                        request.getHeader("User-Agent")));
        try {
            response.sendRedirect(ending.get().orElse(DONE));
        } catch (Problem refused) {
            response.sendRedirect(DONE);
        }
    }

    private static Optional<String> relayState(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("RelayState"))
                .filter(state -> state.length() <= LONGEST_STATE);
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
