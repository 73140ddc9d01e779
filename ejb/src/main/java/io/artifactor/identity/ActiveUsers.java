package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;

/**
 * Who somebody would be if they asked now: for what stands only as long as whoever made it may do
 * what it does. Takes part in the transaction of the door that asks.
 */
@ApplicationScoped
public class ActiveUsers {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Empty for somebody unknown or deactivated. */
    public Optional<Caller> find(UserId id) {
        return Optional.ofNullable(entities.find(User.class, id.value()))
                .filter(User::isActive)
                .map(user -> new Caller(user.id(), user.username(), user.roles()));
    }

    /** What a token that somebody else vouches for is worth; empty for somebody deactivated. */
    public Optional<Authenticated> byToken(UserId id, Set<TokenScope> scopes) {
        return Optional.ofNullable(entities.find(User.class, id.value()))
                .filter(User::isActive)
                .map(user ->
                        new Authenticated(
                                new Caller(
                                        user.id(),
                                        user.username(),
                                        Authentication.rolesWithin(scopes, user.roles())),
                                scopes,
                                Optional.empty(),
                                Optional.empty(),
                                user.mustChangePassword(),
                                false));
    }
}
