package io.artifactor.realm.sso;

import io.artifactor.identity.BrowserCookie;
import io.artifactor.identity.BrowserSession;
import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Origin;
import io.artifactor.identity.RequestOrigin;
import io.artifactor.identity.SignIn;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmProfile;
import io.artifactor.realm.RealmSettings;
import io.artifactor.realm.RealmSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets somebody in whom the container has let a realm vouch for, and sends them on. */
@RequestScoped
public class Arrival {

    private static final Logger LOG = Logger.getLogger(Arrival.class.getName());

    @Inject private RealmSignIn signIn;
    @Inject private SignIn signIns;
    @Inject private RealmSettings settings;
    @Inject private BrowserCookie cookie;
    @Inject private Intent intent;
    @Inject private RequestOrigin origin;
    @Inject private ClientAddress address;

    /**
     * Whether this browser's owner pressed the button of the realm, which is asked once. Who only
     * followed a link, or was sent by the realm, is shown where the button is.
     */
    boolean isAsked(Realm realm, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.addHeader("Set-Cookie", intent.end());
        boolean asked = intent.isFor(realm, request);
        if (!asked) {
            response.sendRedirect("/sign-in/?refused=unasked");
        }
        return asked;
    }

    void admit(
            Realm realm,
            Supplier<Arrived> arrived,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!settings.has(realm)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        origin.set(
                new Origin(
                        address.of(
                                request.getRemoteAddr(),
                                request.getHeaders(ClientAddress.FORWARDED)),
                        request.getHeader("User-Agent")));
        try {
            Arrived somebody = arrived.get();
            BrowserSession session = signIn.enter(somebody.profile(), somebody.session());
            Cookies.value(request, cookie.name()).ifPresent(signIns::leave);
            response.addHeader("Set-Cookie", cookie.begin(session));
            response.sendRedirect("/");
        } catch (Problem problem) {
            LOG.log(
                    Level.INFO,
                    "The sign-in through {0} was refused: {1}",
                    new Object[] {realm.id(), problem.getMessage()});
            boolean mayBeOffered =
                    problem.code() == ProblemCode.CONFLICT && settings.linksByEmail(realm);
            response.sendRedirect(
                    "/sign-in/?refused=" + (mayBeOffered ? "offered" : problem.code().id()));
        }
    }

    /**
     * Somebody, as the realm tells of them.
     *
     * @param session what the realm calls their sign-in, if it says so
     */
    record Arrived(RealmProfile profile, Optional<String> session) {}
}
