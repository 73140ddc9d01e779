package io.artifactor.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who a bearer token stands for at this moment, and what the token may be used for.
 *
 * @param caller the user, with the roles the token opens where it comes from
 * @param scopes all of them for a sign-in, the chosen ones for a personal token, those it names for
 *     a token of the provider
 * @param session the sign-in, absent for tokens of both kinds
 * @param personalToken the personal token, absent otherwise
 * @param passwordChangeRequired whether nothing but a new password is open to them
 * @param secondFactorSetupRequired whether nothing but setting up a second factor is, which is
 *     asked of sign-ins with a password alone
 */
public record Authenticated(
        Caller caller,
        Set<TokenScope> scopes,
        Optional<SessionKey> session,
        Optional<PersonalTokenId> personalToken,
        boolean passwordChangeRequired,
        boolean secondFactorSetupRequired) {

    public Authenticated {
        scopes = Set.copyOf(scopes);
    }

    Authenticated without(Set<Role> roles) {
        return new Authenticated(
                caller.without(roles),
                scopes,
                session,
                personalToken,
                passwordChangeRequired,
                secondFactorSetupRequired);
    }

    /** Whether a request that changes nothing, or one that may, is within the token's scopes. */
    public boolean permits(boolean readingOnly) {
        return scopes.contains(TokenScope.WRITE)
                || (readingOnly && scopes.contains(TokenScope.READ));
    }
}
