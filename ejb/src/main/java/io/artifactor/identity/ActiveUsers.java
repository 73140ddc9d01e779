package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

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
}
