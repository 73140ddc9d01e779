package io.artifactor.realm.sso;

import io.artifactor.identity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * What names a sign-in to the provider (an ID token, or a sealed ticket for SAML), kept in the
 * browser that got it, for the one moment in which the provider is told that the sign-in ends: it
 * opens nothing, and goes to no other page.
 */
@ApplicationScoped
public class RealmTicket {

    private static final String NAME = "artifactor_ticket";
    private static final String PATH = "/sso/out";

    /** Browsers keep no more than this in one cookie. */
    private static final int LONGEST = 3_800;

    @Inject private PublicUrl publicUrl;

    void keep(String kept, HttpServletResponse response) {
        if (kept.length() <= LONGEST) {
            response.addHeader("Set-Cookie", text(kept, "; Max-Age=43200"));
        }
    }

    Optional<String> of(HttpServletRequest request) {
        return Cookies.value(request, name());
    }

    void forget(HttpServletResponse response) {
        response.addHeader("Set-Cookie", text("", "; Max-Age=0"));
    }

    /** With the prefix that browsers take from no page without TLS. */
    private String name() {
        return publicUrl.isSecure() ? "__Secure-" + NAME : NAME;
    }

    private String text(String value, String life) {
        return name()
                + "="
                + value
                + "; Path="
                + PATH
                + life
                + "; HttpOnly; SameSite=Lax"
                + (publicUrl.isSecure() ? "; Secure" : "");
    }
}
