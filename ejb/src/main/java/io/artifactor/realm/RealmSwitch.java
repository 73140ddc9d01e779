package io.artifactor.realm;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The door for whoever lets people come through another realm than before: says beforehand what
 * would become of each, and links those an administrator confirmed, so that they keep their
 * accounts.
 */
@Stateless
public class RealmSwitch {

    /** So many at most at once. */
    public static final int MOST = 1_000;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private RealmRows rows;
    @Inject private ProvisionedUsers users;
    @Inject private AuditLog audit;

    /** What would become of each, in their order. Changes nothing. */
    public List<PlannedLink> plan(Caller caller, List<ExpectedIdentity> expected) {
        caller.requireAuditor("see who comes from where");
        requireNumber(expected.size());
        KnownIdentities known = KnownIdentities.of(expected, entities, users);
        List<PlannedLink> plan = expected.stream().map(known::plan).toList();
        Map<ExpectedIdentity.Key, Integer> lines = new HashMap<>();
        Map<Place, Integer> places = new HashMap<>();
        for (PlannedLink line : plan) {
            lines.merge(line.expected().key(), 1, Integer::sum);
            Place.of(line).ifPresent(place -> places.merge(place, 1, Integer::sum));
        }
        return plan.stream().map(line -> checked(line, lines, places)).toList();
    }

    private static PlannedLink checked(
            PlannedLink line,
            Map<ExpectedIdentity.Key, Integer> lines,
            Map<Place, Integer> places) {
        if (lines.getOrDefault(line.expected().key(), 0) > 1) {
            return line.conflict("Another line is about the same person.");
        }
        if (Place.of(line).map(place -> places.getOrDefault(place, 0)).orElse(0) > 1) {
            return line.conflict("Another line is about the same account.");
        }
        return line;
    }

    /** What only one of a realm can have: an account, or the name of a new one. */
    private record Place(Realm realm, String name) {

        static Optional<Place> of(PlannedLink line) {
            return switch (line.outcome()) {
                case WOULD_LINK, LINKED ->
                        line.account()
                                .map(account ->
                                        new Place(
                                                line.expected().realm(),
                                                account.user().id().toString()));
                case WOULD_CREATE ->
                        Optional.of(
                                new Place(
                                        line.expected().realm(),
                                        KnownIdentities.profile(line.expected())
                                                .username()
                                                .toLowerCase(Locale.ROOT)));
                case CONFLICT -> Optional.empty();
            };
        }
    }

    /** Links each to the account named, or says why not. The others are linked all the same. */
    public List<PlannedLink> apply(Caller caller, List<ConfirmedLink> confirmed) {
        caller.requireAdministrator();
        requireNumber(confirmed.size());
        KnownIdentities known =
                KnownIdentities.of(
                        confirmed.stream().map(ConfirmedLink::expected).toList(), entities, users);
        return confirmed.stream().map(link -> apply(caller, link, known)).toList();
    }

    private PlannedLink apply(Caller caller, ConfirmedLink link, KnownIdentities known) {
        ExpectedIdentity expected = link.expected();
        Optional<PlannedLink.Account> account =
                users.find(link.user()).map(user -> new PlannedLink.Account(user, "administrator"));
        if (account.isEmpty()) {
            return PlannedLink.of(
                    expected, PlannedLink.Outcome.CONFLICT, "There is no account of this id.");
        }
        Optional<UserId> had = known.find(expected).flatMap(RealmIdentity::user);
        if (had.isPresent() && !had.get().equals(link.user())) {
            return PlannedLink.of(
                    expected,
                    PlannedLink.Outcome.CONFLICT,
                    account.get(),
                    "They use another account already; unlink them first.");
        }
        if (known.isTaken(expected, link.user())) {
            return PlannedLink.of(
                    expected, PlannedLink.Outcome.CONFLICT, account.get(), KnownIdentities.TAKEN);
        }
        if (had.isEmpty()) {
            RealmIdentity identity = rows.expect(expected);
            identity.link(link.user());
            known.add(identity);
            audit.append(
                    AuditEvent.by(
                                    caller,
                                    "realm-identity-linked",
                                    "realm-identity:" + identity.id())
                            .with("realm", identity.realm().id())
                            .with("user", link.user().toString())
                            .with("person", identity.username()));
        }
        return PlannedLink.of(
                expected,
                PlannedLink.Outcome.LINKED,
                account.get(),
                "They use this account from their next sign-in on.");
    }

    private static void requireNumber(int lines) {
        if (lines == 0 || lines > MOST) {
            throw Problem.invalid("items", "must be 1 to %,d.".formatted(MOST));
        }
    }
}
