package io.artifactor.scim;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.realm.Realm;
import io.artifactor.realm.RealmProfile;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Of which realm's people the provider tells by itself: {@code ARTIFACTOR_SCIM_REALM}, and under
 * which name it vouches for them, {@code ARTIFACTOR_SCIM_ISSUER}.
 */
@ApplicationScoped
public class ScimSettings {

    private static final Logger LOG = Logger.getLogger(ScimSettings.class.getName());

    @Inject
    @ConfigProperty(name = "artifactor.scim.realm")
    private Optional<String> realm;

    @Inject
    @ConfigProperty(name = "artifactor.scim.issuer")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.issuer")
    private Optional<String> oidcIssuer;

    @PostConstruct
    void check() {
        if (realm.isPresent() && realm().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "ARTIFACTOR_SCIM_REALM must be oidc, saml or ldap, and the first two need"
                            + " ARTIFACTOR_SCIM_ISSUER; nobody is told of over SCIM");
        }
    }

    /** The realm; a problem if none was named. */
    public Realm fed() {
        return realm().orElseThrow(() ->
                new Problem(
                        ProblemCode.NOT_FOUND,
                        "This server takes no people over SCIM: ARTIFACTOR_SCIM_REALM names no"
                                + " realm."));
    }

    private Optional<Realm> realm() {
        return realm.flatMap(name -> Realm.find(name.strip()))
                .filter(it -> it == Realm.LDAP || issuer(it).isPresent());
    }

    private Optional<String> issuer(Realm of) {
        Optional<String> said = issuer.map(String::strip).filter(text -> !text.isEmpty());
        return said.isPresent() || of != Realm.OIDC ? said : oidcIssuer;
    }

    /** What somebody of this external id is called when they sign in. */
    String subject(String externalId) {
        Realm of = fed();
        return of == Realm.LDAP
                ? externalId
                : RealmProfile.subjectOf(issuer(of).orElseThrow(), externalId);
    }
}
