package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.identity.Caller;
import io.artifactor.identity.PersonalTokenId;
import io.artifactor.identity.SessionKey;
import io.artifactor.identity.TokenScope;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sends the request at hand, for resources to pass to the doors. */
@RequestScoped
public class CurrentCaller {

    @Inject private HttpServletRequest request;

    /** The caller; a problem {@code UNAUTHENTICATED} if nobody is signed in. */
    public Caller get() {
        return authenticated().orElseThrow(CurrentCaller::nobody).caller();
    }

    /** The sign-in of the caller, for what no other token must do. */
    public SessionKey session() {
        return authenticated()
                .orElseThrow(CurrentCaller::nobody)
                .session()
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.FORBIDDEN,
                                "This takes a sign-in: neither a personal token nor a token"
                                        + " of the provider can do it."));
    }

    /** The owner of a personal token that was made for telling of people; nobody else. */
    public Caller provisioner() {
        Bearer.requireSound(request);
        Authenticated found = authenticated().orElseThrow(CurrentCaller::nobody);
        if (found.personalToken().isEmpty() || !found.scopes().contains(TokenScope.SCIM)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN, "This takes a personal token with the scope scim.");
        }
        if (found.passwordChangeRequired()) {
            throw new Problem(
                    ProblemCode.PASSWORD_CHANGE_REQUIRED,
                    "The owner of the token has to change their password first.");
        }
        return found.caller();
    }

    /** Whoever sends the request, if somebody is signed in. */
    public Optional<Caller> whoever() {
        return authenticated().map(Authenticated::caller);
    }

    /** Whether the request was sent with this very personal token. */
    boolean isItself(PersonalTokenId token) {
        return authenticated()
                .flatMap(Authenticated::personalToken)
                .filter(token::equals)
                .isPresent();
    }

    Optional<Authenticated> authenticated() {
        return Bearer.authenticated(request);
    }

    private static Problem nobody() {
        return new Problem(
                ProblemCode.UNAUTHENTICATED,
                "Sign in first, and send the access token as Authorization: Bearer.");
    }
}
