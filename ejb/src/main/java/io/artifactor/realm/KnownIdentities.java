package io.artifactor.realm;

import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is known of those expected, read in a few statements however many they are. */
final class KnownIdentities {

    static final String TAKEN = "Somebody else of the same realm uses this account already.";

    private final Map<ExpectedIdentity.Key, RealmIdentity> identities = new HashMap<>();
    private final Map<String, User> byName = new HashMap<>();
    private final Map<String, User> byAddress = new HashMap<>();
    private final Map<UserId, User> byId = new HashMap<>();
    private final Map<UserId, Set<RealmIdentity>> linked = new HashMap<>();

    private KnownIdentities() {}

    static KnownIdentities of(
            Collection<ExpectedIdentity> expected, EntityManager entities, ProvisionedUsers users) {
        KnownIdentities known = new KnownIdentities();
        known.readIdentities(expected, entities);
        Set<String> names = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (ExpectedIdentity each : expected) {
            User.Profile profile = profile(each);
            names.add(folded(profile.username()));
            if (profile.email() != null) {
                addresses.add(folded(profile.email()));
            }
        }
        Set<UserId> linked =
                known.identities.values().stream()
                        .flatMap(identity -> identity.user().stream())
                        .collect(Collectors.toSet());
        users.resembling(names, addresses, linked).forEach(known::add);
        known.readLinked(entities);
        return known;
    }

    static User.Profile profile(ExpectedIdentity expected) {
        return ProvisionedUsers.profile(expected.username(), null, expected.email());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void readIdentities(Collection<ExpectedIdentity> expected, EntityManager entities) {
        Map<Realm, List<String>> subjects =
                expected.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ExpectedIdentity::realm,
                                        Collectors.mapping(
                                                ExpectedIdentity::subject, Collectors.toList())));
        subjects.forEach((realm, named) ->
                entities.createQuery(
                                """
                                select i from RealmIdentity i
                                where i.realm = :realm and i.subject in :subjects
                                """,
                                RealmIdentity.class)
                        .setParameter("realm", realm.id())
                        .setParameter("subjects", named)
                        .getResultList()
                        .forEach(found ->
                                identities.put(
                                        new ExpectedIdentity.Key(realm, found.subject()), found)));
    }

    private void add(User user) {
        byId.put(user.id(), user);
        byName.put(folded(user.username()), user);
        user.email().ifPresent(address -> byAddress.put(folded(address), user));
    }

    private void readLinked(EntityManager entities) {
        if (byId.isEmpty()) {
            return;
        }
        entities.createQuery(
                        "select i from RealmIdentity i where i.userId in :users",
                        RealmIdentity.class)
                .setParameter("users", byId.keySet().stream().map(UserId::value).toList())
                .getResultList()
                .forEach(this::addLinked);
    }

    private void addLinked(RealmIdentity identity) {
        identity.user()
                .ifPresent(
                        user -> linked.computeIfAbsent(user, id -> new HashSet<>()).add(identity));
    }

    /** Somebody who was linked meanwhile. */
    void add(RealmIdentity identity) {
        identities.put(new ExpectedIdentity.Key(identity.realm(), identity.subject()), identity);
        addLinked(identity);
    }

    Optional<RealmIdentity> find(ExpectedIdentity expected) {
        return Optional.ofNullable(identities.get(expected.key()));
    }

    /** What becomes of one of them. */
    PlannedLink plan(ExpectedIdentity expected) {
        RealmIdentity identity = identities.get(expected.key());
        if (identity != null && identity.user().isPresent()) {
            User user = byId.get(identity.user().get());
            if (user != null) {
                return PlannedLink.of(
                        expected,
                        PlannedLink.Outcome.LINKED,
                        new PlannedLink.Account(user, "link"),
                        "They use this account already.");
            }
        }
        return planOfNew(expected);
    }

    private PlannedLink planOfNew(ExpectedIdentity expected) {
        User.Profile profile = profile(expected);
        User named = byName.get(folded(profile.username()));
        User addressed = profile.email() == null ? null : byAddress.get(folded(profile.email()));
        if (named != null && addressed != null && !named.id().equals(addressed.id())) {
            return PlannedLink.of(
                    expected,
                    PlannedLink.Outcome.CONFLICT,
                    "One account has their name (%s), another their address (%s)."
                            .formatted(named.username(), addressed.username()));
        }
        if (named != null) {
            String by = addressed == null ? "username" : "username and email";
            return linkTo(expected, new PlannedLink.Account(named, by));
        }
        return addressed == null
                ? PlannedLink.of(
                        expected,
                        PlannedLink.Outcome.WOULD_CREATE,
                        "Nobody here has their name or address.")
                : linkTo(expected, new PlannedLink.Account(addressed, "email"));
    }

    private PlannedLink linkTo(ExpectedIdentity expected, PlannedLink.Account account) {
        if (isTaken(expected, account.user().id())) {
            return PlannedLink.of(expected, PlannedLink.Outcome.CONFLICT, account, TAKEN);
        }
        return PlannedLink.of(
                expected,
                PlannedLink.Outcome.WOULD_LINK,
                account,
                "An administrator has to confirm that it is the same person.");
    }

    /** Whether somebody else of the realm uses the account. */
    boolean isTaken(ExpectedIdentity expected, UserId user) {
        return linked.getOrDefault(user, Set.of()).stream()
                .anyMatch(identity ->
                        identity.realm() == expected.realm()
                                && !identity.subject().equals(expected.subject()));
    }
}
