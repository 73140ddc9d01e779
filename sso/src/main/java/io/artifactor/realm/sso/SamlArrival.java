package io.artifactor.realm.sso;

import com.ibm.websphere.security.saml2.PropagationHelper;
import com.ibm.websphere.security.saml2.Saml20Attribute;
import com.ibm.websphere.security.saml2.Saml20Token;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmProfile;
import io.artifactor.realm.SamlLogout;
import io.artifactor.realm.SamlSession;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers come back from the SAML identity provider. The container has checked the response
 * and its signatures; here the assertion's attributes are read.
 */
@WebServlet("/saml")
public class SamlArrival extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> NAMES =
            List.of("displayName", "name", "urn:oid:2.16.840.1.113730.3.1.241");
    private static final List<String> ADDRESSES =
            List.of(
                    "email",
                    "mail",
                    "urn:oid:0.9.2342.19200300.100.1.3",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress");
    private static final List<String> USERNAMES =
            List.of(
                    "username",
                    "uid",
                    "urn:oid:0.9.2342.19200300.100.1.1",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name");

    @Inject private transient Arrival arrival;
    @Inject private transient RealmTicket ticket;
    @Inject private transient SamlLogout logout;

    @Inject
    @ConfigProperty(name = "artifactor.saml.groups.attribute", defaultValue = "groups")
    private String groupsAttribute;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!arrival.isAsked(Realm.SAML, request, response)) {
            return;
        }
        Saml20Token token =
                Objects.requireNonNull(
                        PropagationHelper.getSaml20Token(),
                        "The container let somebody in without an assertion");
        SamlSession session = SamlAssertion.sessionOf(token);
        logout.ticket(session).ifPresent(kept -> ticket.keep(kept, response));
        Optional<String> known =
                Optional.of(session.index())
                        .filter(index -> !index.isEmpty())
                        .map(index -> RealmProfile.subjectOf(token.getSAMLIssuerName(), index));
        arrival.admit(
                Realm.SAML, () -> new Arrival.Arrived(profile(token), known), request, response);
    }

    private RealmProfile profile(Saml20Token token) {
        Map<String, List<String>> attributes = new HashMap<>();
        for (Saml20Attribute attribute : token.getSAMLAttributes()) {
            attributes.put(attribute.getName(), attribute.getValuesAsString());
        }
        String subject = RealmProfile.subjectOf(token.getSAMLIssuerName(), token.getSAMLNameID());
        String username = first(attributes, USERNAMES);
        return new RealmProfile(
                Realm.SAML,
                subject,
                username == null ? token.getSAMLNameID() : username,
                first(attributes, NAMES),
                first(attributes, ADDRESSES),
                Set.copyOf(attributes.getOrDefault(groupsAttribute, List.of())));
    }

    private static @Nullable String first(
            Map<String, List<String>> attributes, List<String> names) {
        return names.stream()
                .map(name -> attributes.getOrDefault(name, List.of()))
                .filter(values -> !values.isEmpty())
                .map(List::getFirst)
                .findFirst()
                .orElse(null);
    }
}
