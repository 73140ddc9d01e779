package io.artifactor.realm.sso;

import io.artifactor.identity.PublicUrl;
import io.artifactor.realm.Realm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * That somebody wants to sign in through a realm: a cookie which only a press of the button on a
 * page of ours sets. It opens nothing, but without it nobody who comes back from a realm is let in.
 * It holds no secret. Over TLS, browsers take it from no other host; to set it here takes a page of
 * ours.
 */
@ApplicationScoped
public class Intent {

    private static final String NAME = "artifactor-intent";

    /** Time to give name, password and whatever else the realm asks for. */
    private static final int SECONDS = 15 * 60;

    @Inject private PublicUrl publicUrl;

    /** The {@code Set-Cookie} that keeps it. */
    String begin(Realm realm) {
        return text(realm.id(), SECONDS);
    }

    /** The {@code Set-Cookie} that forgets it. */
    String end() {
        return text("", 0);
    }

    boolean isFor(Realm realm, HttpServletRequest request) {
        return Cookies.value(request, name()).filter(realm.id()::equals).isPresent();
    }

    private String name() {
        return publicUrl.isSecure() ? "__Host-" + NAME : NAME;
    }

    /** Lax: people come back by a redirect from elsewhere. */
    private String text(String value, int seconds) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name(), value, seconds, publicUrl.isSecure() ? "; Secure" : "");
    }
}
