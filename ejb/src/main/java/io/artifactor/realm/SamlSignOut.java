package io.artifactor.realm;

import io.artifactor.identity.PublicUrl;
import io.artifactor.identity.RealmLogout;
import io.artifactor.identity.RealmSessions;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The door through which the SAML identity provider says that sign-ins are over, which a browser
 * brings, or the provider itself. Open to everyone: what the provider signed is what counts, and
 * counts once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SamlSignOut {

    @Inject private SamlProvider provider;
    @Inject private SamlLogout logout;
    @Inject private PublicUrl publicUrl;
    @Inject private RealmSessions sessions;
    @Inject private LogoutRefusals refusals;

    private final Clock clock = Clock.systemUTC();

    /**
     * Ends what the query of an address names; where the browser is to bring the answer, if
     * anywhere.
     *
     * @throws Problem for a request that is not sound, or was here before; nothing is ended
     */
    public Optional<String> endByAddress(String query, Optional<String> relayState) {
        return end(check -> check.ofAddress(query), relayState);
    }

    /** The same of a field of a form. */
    public Optional<String> endByForm(String field, Optional<String> relayState) {
        return end(check -> check.ofForm(field), relayState);
    }

    private Optional<String> end(
            Function<SamlLogoutCheck, SamlLogoutCheck.Said> reading, Optional<String> relayState) {
        try {
            SamlProvider.Known known = provider.known().orElseThrow(SamlSignOut::unknown);
            SamlLogoutCheck check =
                    new SamlLogoutCheck(known, publicUrl.of(SamlLogout.PLACE_HERE), clock);
            SamlLogoutCheck.Said said = reading.apply(check);
            for (RealmLogout over : over(known.entity(), said)) {
                if (!sessions.end(over)) {
                    throw new Problem(
                            ProblemCode.UNAUTHENTICATED, "The logout request was here before.");
                }
            }
            return logout.answer(said.id(), relayState);
        } catch (Problem problem) {
            refusals.note(Realm.SAML, "", problem);
            throw problem;
        }
    }

    private static List<RealmLogout> over(String entity, SamlLogoutCheck.Said said) {
        if (said.indexes().isEmpty()) {
            return List.of(over(entity, said, Optional.empty()));
        }
        return said.indexes().stream()
                .map(index -> over(entity, said, Optional.of(index)))
                .toList();
    }

    private static RealmLogout over(
            String entity, SamlLogoutCheck.Said said, Optional<String> index) {
        return new RealmLogout(
                Realm.SAML.id(),
                RealmProfile.subjectOf(entity, said.id() + '|' + index.orElse("")),
                said.end(),
                Optional.of(RealmProfile.subjectOf(entity, said.nameId())),
                index.map(text -> RealmProfile.subjectOf(entity, text)));
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.UNAUTHENTICATED, "There is no SAML provider.");
    }
}
