package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.identity.Authentication;
import io.artifactor.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the container who a request's bearer token stands for: the user's id as the principal,
 * their roles as groups. It refuses nothing itself, because the runtime lets a refused request
 * through to unprotected resources; what it found stands with the request for {@link
 * BearerRefusal}.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {

    @Inject private Authentication authentication;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = Bearer.token(request);
        if (token.isEmpty()) {
            return context.doNothing();
        }
        try {
            Optional<Authenticated> found = authentication.of(token.get());
            if (found.isPresent()) {
                Bearer.accept(request, found.get());
                return context.notifyContainerAboutLogin(
                        found.get().caller().user().toString(), groups(found.get()));
            }
            Bearer.refuse(request);
        } catch (RuntimeException e) {
            // The database may be away; the refusal must look like any other.
            Bearer.fail(request, e);
        }
        return context.doNothing();
    }

    private static Set<String> groups(Authenticated authenticated) {
        return authenticated.caller().roles().stream().map(Role::id).collect(Collectors.toSet());
    }
}
