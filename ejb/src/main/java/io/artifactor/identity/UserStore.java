package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The rows of users, inside the transaction of the door that asks. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class UserStore {

    // Any number, the same on every node.
    private static final long ACCOUNTS_LOCK = 7_236_461_054_201L;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private PasswordHashing hashing;
    @Inject private PasswordRules passwordRules;
    @Inject private IdentityClock clock;
    @Inject private Event<UserCreated> userCreated;
    @Inject private Event<AddressLeft> addressLeft;

    public User get(UserId id) {
        User user = entities.find(User.class, id.value());
        if (user == null) {
            throw Problem.notFound("user", id);
        }
        return user;
    }

    /** Gives the user another e-mail address, or none. */
    public void move(User user, @Nullable String email) {
        user.email()
                .filter(before -> !before.equalsIgnoreCase(email))
                .ifPresent(before -> addressLeft.fire(new AddressLeft(user.id(), before)));
        user.moveTo(email, clock.now());
    }

    public Optional<User> find(UserId id) {
        return Optional.ofNullable(entities.find(User.class, id.value()));
    }

    public User getLocked(UserId id) {
        return findLocked(id).orElseThrow(() -> Problem.notFound("user", id));
    }

    /**
     * The user as they are once nobody else changes them until the end of the transaction. Locked
     * in a statement of its own: PostgreSQL locks nothing that an outer join reads, as it does the
     * roles, and what was read before the lock may be outdated.
     */
    public Optional<User> findLocked(UserId id) {
        List<Integer> locked =
                entities.createNativeQuery(
                                "select revision from app_user where id = :id for no key update",
                                Integer.class)
                        .setParameter("id", id.value())
                        .getResultList();
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        User user = entities.find(User.class, id.value());
        if (user != null && user.revision() != locked.getFirst()) {
            entities.refresh(user);
        }
        return Optional.ofNullable(user);
    }

    /** Users after the given name, in the order of the index on names. */
    public List<User> after(String username, int skipped, int limit) {
        return entities.createQuery(
                        """
                        select u from User u
                        where lower(u.username) > :after order by lower(u.username)
                        """,
                        User.class)
                .setParameter("after", username)
                .setFirstResult(skipped)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count() {
        return entities.createQuery("select count(u) from User u", Long.class).getSingleResult();
    }

    public long activeAdministrators() {
        return entities.createQuery(
                        """
                        select count(u) from User u
                        where u.active = true and :admin member of u.roles
                        """,
                        Long.class)
                .setParameter("admin", Role.ADMIN.id())
                .getSingleResult();
    }

    /**
     * Until the end of the transaction, nobody else adds the first or removes the last of a kind.
     */
    public void lockAccounts() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", ACCOUNTS_LOCK)
                .getSingleResult();
    }

    /** Adds the user and all that comes with one. */
    public CreatedUser create(NewUser wanted) {
        String generated = wanted.password() == null ? GeneratedPassword.next() : null;
        String password =
                wanted.password() == null
                        ? generated
                        : passwordRules.accept("password", wanted.password(), wanted.username());
        // Slow, and before the first statement: no connection waits for it.
        String hash = hashing.hash(Objects.requireNonNull(password));
        Instant now = clock.now();
        User user = new User(wanted.profile(), wanted.roles(), now);
        user.changePassword(hash, wanted.passwordChangeRequired(), now);
        entities.persist(user);
        flush();
        userCreated.fire(new UserCreated(user.id(), user.username(), now));
        return new CreatedUser(user, Optional.ofNullable(generated));
    }

    /** A user who signs in elsewhere only. */
    public void add(User user) {
        entities.persist(user);
        flush();
    }

    /** The users of that name or that address, both in small letters. */
    public List<UserId> named(String username, String email) {
        return entities.createQuery(
                        """
                        select u.id from User u
                        where lower(u.username) = :name or lower(u.email) = :email
                        """,
                        UUID.class)
                .setParameter("name", username)
                .setParameter("email", email)
                .getResultStream()
                .map(UserId::new)
                .toList();
    }

    /** Those of these ids, and all that have one of the names or addresses, in small letters. */
    public List<User> named(Set<String> names, Set<String> addresses, Set<UserId> ids) {
        return entities.createQuery(
                        """
                        select u from User u
                        where lower(u.username) in :names or lower(u.email) in :addresses
                        or u.id in :ids
                        """,
                        User.class)
                .setParameter("names", names)
                .setParameter("addresses", addresses)
                .setParameter("ids", ids.stream().map(UserId::value).toList())
                .getResultList();
    }

    /** Writes now, to turn a collision with another user into an answer. */
    public void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw collision(e.getConstraintName(), e);
        }
    }

    private static Problem collision(@Nullable String constraint, Throwable cause) {
        String what =
                switch (constraint) {
                    case "app_user_username" -> "There is a user of this name already.";
                    case "app_user_email" -> "There is a user with this e-mail address already.";
                    case null, default -> "This collides with another user.";
                };
        return new Problem(ProblemCode.CONFLICT, what, cause);
    }
}
