package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The one decision on whether somebody has to set up a second factor before anything else is open
 * to them. It costs a statement only where the configuration asks for factors.
 */
@ApplicationScoped
class FactorDemand {

    @Inject private FactorSettings settings;
    @Inject private FactorRows rows;

    /** Whether whoever has these roles must have one. */
    public boolean asks(Set<Role> roles) {
        return settings.policy().asks(roles);
    }

    /**
     * @param withPassword whether the sign-in was opened with a password; who comes through a
     *     provider gives a second factor there
     */
    public boolean isOpen(User user, BooleanSupplier withPassword) {
        return asks(user.roles()) && !rows.isActive(user.id()) && withPassword.getAsBoolean();
    }
}
