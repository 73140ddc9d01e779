package io.artifactor.realm.sso;

import io.artifactor.identity.PageOrigin;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmSettings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Told by the page of signing in that somebody pressed the button of a realm. */
@WebServlet("/begin")
public class Beginning extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient RealmSettings settings;
    @Inject private transient Intent intent;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if (!PageOrigin.isOurs(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Realm> realm =
                Optional.ofNullable(request.getParameter("realm"))
                        .flatMap(Realm::find)
                        .filter(found -> found != Realm.LDAP && settings.has(found));
        if (realm.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.addHeader("Set-Cookie", intent.begin(realm.get()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
