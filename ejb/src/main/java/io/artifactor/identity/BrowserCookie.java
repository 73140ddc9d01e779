package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The cookie that carries a browser's sign-in: out of reach of scripts, sent to this host alone,
 * and not with what other sites make the browser do, but for following a link. Where people come
 * over TLS, only there.
 */
@ApplicationScoped
public class BrowserCookie {

    private static final String NAME = "artifactor";

    @Inject private PublicUrl publicUrl;

    /** With the prefix that browsers take from no other host and from no page without TLS. */
    public String name() {
        return publicUrl.isSecure() ? "__Host-" + NAME : NAME;
    }

    /** The {@code Set-Cookie} that begins a sign-in. */
    public String begin(BrowserSession session) {
        return text(session.cookie(), session.life().toSeconds());
    }

    /** The {@code Set-Cookie} that ends it. */
    public String end() {
        return text("", 0);
    }

    private String text(String value, long seconds) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name(), value, seconds, publicUrl.isSecure() ? "; Secure" : "");
    }
}
