package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.cache.Seal;
import io.artifactor.identity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Ends a sign-in at the SAML identity provider: the browser that signed out here carries a request
 * there (HTTP-Redirect binding). Which sign-in that is, the browser keeps until then, sealed, so
 * that nobody has a request made about another.
 */
@ApplicationScoped
public class SamlLogout {

    /** Where requests and answers of the provider go. */
    static final String PLACE_HERE = "/sso/out";

    private static final String ENTITY = "/ibm/saml20/saml";
    private static final String PLACE = "saml-logout";
    private static final String PREFIX = "saml.";
    private static final Duration KEPT = Duration.ofHours(12);

    @Inject private SamlLogoutSettings settings;
    @Inject private PublicUrl publicUrl;
    @Inject private Seal seal;

    private final Clock clock = Clock.systemUTC();

    /** What a browser keeps of a sign-in; empty if none is ended there. */
    public Optional<String> ticket(SamlSession session) {
        if (settings.url().isEmpty()) {
            return Optional.empty();
        }
        String sealed =
                seal.close(PLACE, clock.instant().plus(KEPT).toEpochMilli(), session.text());
        byte[] bytes = sealed.getBytes(UTF_8);
        return Optional.of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether what a browser kept is such a ticket, good or not. */
    public static boolean isTicket(String text) {
        return text.startsWith(PREFIX);
    }

    /** Where to send a browser with that ticket; empty if the ticket is not good. */
    public Optional<String> address(String ticket) {
        return settings.url().flatMap(url -> session(ticket).map(session -> address(url, session)));
    }

    private Optional<SamlSession> session(String ticket) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(ticket.substring(PREFIX.length()));
            return seal.open(PLACE, new String(bytes, UTF_8))
                    .filter(opened -> opened.end() > clock.millis())
                    .map(opened -> SamlSession.of(opened.text()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a browser brings the answer to what the provider asked; empty if nowhere. */
    Optional<String> answer(String request, Optional<String> relayState) {
        return settings.url()
                .map(url -> {
                    LogoutResponse response =
                            new LogoutResponse(publicUrl.of(ENTITY), url, clock.instant(), request);
                    String query = "SAMLResponse=" + encoded(SamlXml.deflated(response.xml()));
                    return address(
                            url,
                            relayState
                                    .map(state -> query + "&RelayState=" + encoded(state))
                                    .orElse(query));
                });
    }

    private String address(String url, SamlSession session) {
        LogoutRequest request =
                new LogoutRequest(publicUrl.of(ENTITY), url, clock.instant(), session);
        return address(url, "SAMLRequest=" + encoded(request.deflated()));
    }

    private String address(String url, String query) {
        String signed =
                settings.key()
                        .map(key -> {
                            String text = query + "&SigAlg=" + encoded(key.algorithm());
                            return text + "&Signature=" + encoded(key.sign(text));
                        })
                        .orElse(query);
        return url + (url.contains("?") ? "&" : "?") + signed;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
