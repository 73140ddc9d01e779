package io.artifactor.realm.sso;

import com.ibm.websphere.security.WSSecurityException;
import com.ibm.websphere.security.auth.WSSubject;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmProfile;
import io.artifactor.realm.RealmSettings;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Hashtable;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers come back from the provider of OpenID Connect. The container has checked the code,
 * the state, the nonce and the signature of the ID token; here its claims are read, and looked at
 * once more where the container is content with less.
 */
@WebServlet("/oidc")
public class OidcArrival extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ID_TOKEN = "id_token";
    private static final Logger LOG = Logger.getLogger(OidcArrival.class.getName());

    @Inject private transient Arrival arrival;
    @Inject private transient RealmTicket ticket;
    @Inject private transient RealmSettings settings;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.groups.claim", defaultValue = "groups")
    private String groupsClaim;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!arrival.isAsked(Realm.OIDC, request, response)) {
            return;
        }
        String token = idToken();
        JsonObject claims = claims(token);
        Optional<String> flaw = flaw(claims);
        if (flaw.isPresent()) {
            LOG.log(Level.WARNING, "An ID token let nobody in: {0}", flaw.get());
            response.sendRedirect("/sign-in/?refused=realm");
            return;
        }
        ticket.keep(token, response);
        arrival.admit(Realm.OIDC, () -> arrived(claims), request, response);
    }

    /** What the container lets through that lets nobody in here. */
    private Optional<String> flaw(JsonObject claims) {
        String issuer = claims.getString("iss", "");
        if (!settings.isOidcIssuer(issuer)) {
            return Optional.of("it is of " + issuer + ", not of ARTIFACTOR_OIDC_ISSUER");
        }
        if (!settings.isOidcAudience(names(claims.get("aud")))) {
            return Optional.of("it is not for ARTIFACTOR_OIDC_CLIENT_ID");
        }
        return claims.getString("sub", "").isBlank()
                ? Optional.of("it says nobody's subject")
                : Optional.empty();
    }

    private Arrival.Arrived arrived(JsonObject claims) {
        Optional<String> session =
                Optional.ofNullable(claims.getString("sid", null))
                        .map(sid -> RealmProfile.subjectOf(claims.getString("iss"), sid));
        return new Arrival.Arrived(profile(claims), session);
    }

    private RealmProfile profile(JsonObject claims) {
        boolean verified =
                claims.get("email_verified") == JsonValue.TRUE
                        || "true".equals(claims.getString("email_verified", ""));
        return new RealmProfile(
                Realm.OIDC,
                RealmProfile.subjectOf(claims.getString("iss"), claims.getString("sub")),
                claims.getString("preferred_username", claims.getString("sub")),
                claims.getString("name", null),
                verified ? claims.getString("email", null) : null,
                names(claims.get(groupsClaim)));
    }

    private static Set<String> names(@Nullable JsonValue claim) {
        return switch (claim) {
            case JsonArray names ->
                    names.stream()
                            .filter(JsonString.class::isInstance)
                            .map(name -> ((JsonString) name).getString())
                            .collect(Collectors.toSet());
            case JsonString name -> Set.of(name.getString());
            case null, default -> Set.of();
        };
    }

    private static JsonObject claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        try (JsonReader reader =
                Json.createReader(new StringReader(new String(payload, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    /** What the container keeps of the provider's answer with the subject it made of it. */
    private static String idToken() {
        try {
            Subject subject = Objects.requireNonNull(WSSubject.getCallerSubject());
            Optional<String> found =
                    subject.getPrivateCredentials(Hashtable.class).stream()
                            .map(kept -> kept.get(ID_TOKEN))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .findFirst();
            return found.orElseThrow(() ->
                    new IllegalStateException("The container let somebody in without an ID token"));
        } catch (WSSecurityException e) {
            throw new IllegalStateException("The container does not say who is there", e);
        }
    }
}
