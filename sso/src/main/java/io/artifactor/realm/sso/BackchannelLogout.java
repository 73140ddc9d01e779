package io.artifactor.realm.sso;

import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Origin;
import io.artifactor.identity.RequestOrigin;
import io.artifactor.problem.Problem;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmSettings;
import io.artifactor.realm.RealmSignOut;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the provider of OpenID Connect says by itself, without a browser, that sign-ins are over
 * (OpenID Connect Back-Channel Logout 1.0).
 */
@WebServlet("/backchannel-logout")
public class BackchannelLogout extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 32 * 1024;

    @Inject private transient RealmSettings settings;
    @Inject private transient RealmSignOut signOut;
    @Inject private transient RequestOrigin origin;
    @Inject private transient ClientAddress address;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!settings.has(Realm.OIDC)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String from =
                address.of(request.getRemoteAddr(), request.getHeaders(ClientAddress.FORWARDED));
        origin.set(new Origin(from, request.getHeader("User-Agent")));
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            refuse(response);
            return;
        }
        try {
            signOut.end(token.get(), ClientAddress.networkOf(from));
        } catch (Problem refused) {
            refuse(response);
        }
    }

    /** Nothing is read of what says that it is long, or does not say how long it is. */
    private static Optional<String> token(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length <= 0 || length > LARGEST
                ? Optional.empty()
                : Optional.ofNullable(request.getParameter("logout_token"));
    }

    /** Whatever is wrong, the provider is answered so; the log says what it was. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.getWriter().print("{\"error\":\"invalid_request\"}");
    }
}
