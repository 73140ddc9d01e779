package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Confirmations;
import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.web.SensitiveOperations;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before the container looks at roles: somebody is there, their token is for such
 * requests, and nothing is asked of them first: a new password, a second factor, or for some
 * operations the password again. A resource that does not say who may call it is refused to
 * everyone: forgetting must not open anything.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessRules implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(AccessRules.class.getName());
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Context private ResourceInfo resource;
    @Inject private CurrentCaller current;
    @Inject private Confirmations confirmations;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isOpenToAll()) {
            return;
        }
        current.get();
        Authenticated authenticated = current.authenticated().orElseThrow();
        if (authenticated.passwordChangeRequired() && !isAboutSignIn(request)) {
            throw new Problem(
                    ProblemCode.PASSWORD_CHANGE_REQUIRED,
                    "Change the password with POST /api/v1/auth/password first.");
        }
        if (authenticated.secondFactorSetupRequired()
                && (!isAboutSignIn(request) || makesToken(request))) {
            throw new Problem(
                    ProblemCode.SECOND_FACTOR_SETUP_REQUIRED,
                    "Set up a second factor first, on the page /second-factor/ or with POST"
                            + " /api/v1/auth/second-factor.");
        }
        if (!authenticated.permits(READING.contains(request.getMethod()))) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This personal token lacks the scope write, which the request needs.");
        }
        requireCountingRole(authenticated.caller());
        if (SensitiveOperations.isAmong(resource.getResourceMethod())) {
            authenticated.session().ifPresent(confirmations::require);
        }
    }

    /**
     * The container would refuse them as well, and not say that they need only ask from elsewhere.
     */
    private void requireCountingRole(Caller caller) {
        @Nullable RolesAllowed rule = ruled().getAnnotation(RolesAllowed.class);
        if (rule == null || caller.withheld().isEmpty()) {
            return;
        }
        Set<Role> open =
                Stream.of(rule.value())
                        .flatMap(id -> Role.find(id).stream())
                        .collect(Collectors.toSet());
        if (open.stream().noneMatch(caller::is)) {
            throw caller.lacking(open, "Your role does not allow this.");
        }
    }

    /** With a token in hand, nobody would have to set up anything. */
    private static boolean makesToken(ContainerRequestContext request) {
        return request.getMethod().equals("POST")
                && request.getUriInfo().getPath().contains("auth/tokens");
    }

    private static boolean isAboutSignIn(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/auth/") || path.startsWith("auth/");
    }

    private boolean isOpenToAll() {
        AnnotatedElement rule = ruled();
        if (rule.isAnnotationPresent(DenyAll.class)) {
            throw new Problem(ProblemCode.FORBIDDEN, "This is closed to everyone.");
        }
        return rule.isAnnotationPresent(PermitAll.class);
    }

    private AnnotatedElement ruled() {
        if (isRule(resource.getResourceMethod())) {
            return resource.getResourceMethod();
        }
        for (Class<?> type = resource.getResourceClass();
                type != null;
                type = type.getSuperclass()) {
            if (isRule(type)) {
                return type;
            }
        }
        LOG.log(Level.SEVERE, "No rule says who may call {0}", resource.getResourceMethod());
        throw new Problem(ProblemCode.FORBIDDEN, "This is closed to everyone.");
    }

    private static boolean isRule(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class)
                || element.isAnnotationPresent(DenyAll.class);
    }
}
