package io.artifactor.identity.rest;

import io.artifactor.identity.Accounts;
import io.artifactor.identity.Authenticated;
import io.artifactor.identity.BrowserCookie;
import io.artifactor.identity.BrowserSession;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Confirmations;
import io.artifactor.identity.LoginAttempt;
import io.artifactor.identity.SessionKey;
import io.artifactor.identity.SignIn;
import io.artifactor.web.NotReplayed;
import io.artifactor.web.RateLimits;
import io.artifactor.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out, and the caller's own account. */
@Path("auth")
@NotReplayed
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication", description = "Signing in and out, and personal tokens")
public class AuthResource {

    @Inject private SignIn signIn;
    @Inject private BrowserCookie cookie;
    @Inject private Accounts accounts;
    @Inject private Workspaces workspaces;
    @Inject private CurrentCaller current;
    @Inject private Confirmations confirmations;
    @Inject private RateLimits limits;
    @Inject private HttpServletRequest servletRequest;

    @POST
    @Path("login")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "login",
            summary = "Sign in with a password",
            description =
                    "The access token goes into `Authorization: Bearer …`; the refresh token renews"
                            + " it. After ten wrong passwords for an account, or fifty from an address,"
                            + " the next attempt has to wait, twice as long each time up to a quarter of"
                            + " an hour: 429 with `Retry-After`. A client that sends the `deviceToken`"
                            + " of its last sign-in is not kept waiting by the failures of others."
                            + " Who has a second factor sends its `code`, or the answer of a"
                            + " security key as `key`, as well: without one a right password is"
                            + " answered with `second-factor-required`, which counts as no failure"
                            + " and says in `kinds` whether there are `codes` and `keys`, and in"
                            + " `keyRequest` what to ask the keys (see"
                            + " `POST /auth/security-keys/challenge`). One that is wrong or was"
                            + " used is answered with `second-factor-refused`, which counts.")
    @APIResponseSchema(value = SignInResponse.class, responseCode = "200")
    @APIResponse(
            responseCode = "401",
            description =
                    "Unknown user, wrong password or deactivated: the answer is the same; or a"
                            + " second factor is needed, or not right")
    public SignInResponse login(LoginRequest request) {
        return SignInResponse.of(signIn.login(attempt(request)));
    }

    @POST
    @Path("browser")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "loginBrowser",
            summary = "Sign a browser in with a password",
            description =
                    "The answer sets a cookie that scripts cannot read; nothing secret is left to"
                            + " them. What the browser sends with it and changes anything must come"
                            + " from a page of this server. What the browser was signed in with"
                            + " before is over. Refused and slowed down as `login` is.")
    @APIResponse(
            responseCode = "200",
            description = "The cookie is set",
            headers =
                    @Header(
                            name = "Set-Cookie",
                            description = "HttpOnly, SameSite=Lax; over TLS with Secure",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = BrowserSessionResponse.class)))
    @APIResponse(
            responseCode = "401",
            description =
                    "Unknown user, wrong password or deactivated: the answer is the same; or a"
                            + " second factor is needed, or not right")
    public Response browser(LoginRequest request) {
        BrowserSession session = signIn.enter(attempt(request));
        BrowserRequest.cookie(servletRequest, cookie.name()).ifPresent(signIn::leave);
        return Response.ok(BrowserSessionResponse.of(session))
                .header(HttpHeaders.SET_COOKIE, cookie.begin(session))
                .build();
    }

    private LoginAttempt attempt(LoginRequest request) {
        return new LoginAttempt(
                Given.text("username", request.username()),
                Given.text("password", request.password()),
                Given.factor(request.code(), request.key()),
                Optional.ofNullable(request.deviceToken()),
                limits.countedNetwork(servletRequest));
    }

    @POST
    @Path("refresh")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "refresh",
            summary = "Spend a refresh token for new tokens",
            description = "A refresh token works once. Its second use ends the whole sign-in.")
    @APIResponseSchema(value = SignInResponse.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "Spent, expired, revoked or unknown")
    public SignInResponse refresh(RefreshTokenRequest request) {
        return SignInResponse.of(
                signIn.refresh(Given.text("refreshToken", request.refreshToken())));
    }

    @POST
    @Path("logout")
    @PermitAll
    @Operation(
            operationId = "logout",
            summary = "End a sign-in",
            description = "That of the refresh token, or without one that of the access token.")
    @APIResponse(responseCode = "204", description = "It is over, if there was one")
    public Response logout(RefreshTokenRequest request) {
        if (request.refreshToken() == null) {
            return logout();
        }
        signIn.logout(request.refreshToken());
        return Response.noContent().build();
    }

    @POST
    @Path("logout")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response logout() {
        signIn.logout(current.session());
        Response.ResponseBuilder answer = Response.noContent();
        return BrowserRequest.cookie(servletRequest, cookie.name()).isPresent()
                ? answer.header(HttpHeaders.SET_COOKIE, cookie.end())
                        // Not "storage": the device stays one the account knows.
                        .header("Clear-Site-Data", "\"cache\"")
                        .build()
                : answer.build();
    }

    @GET
    @Path("me")
    @RolesAllowed({"admin", "auditor", "user"})
    @Operation(
            operationId = "me",
            summary = "Who the token stands for",
            description = "With the roles and the personal workspace, and how they are signed in.")
    @APIResponseSchema(value = MeResponse.class, responseCode = "200")
    public MeResponse me() {
        Caller caller = current.get();
        Authenticated authenticated = current.authenticated().orElseThrow();
        return MeResponse.of(accounts.me(caller), authenticated, workspaces.personalOf(caller));
    }

    @POST
    @Path("confirmation")
    @RolesAllowed({"admin", "auditor", "user"})
    @Operation(
            operationId = "confirmSignIn",
            summary = "Give the password again",
            description =
                    "Operations marked with `x-sensitive` are open to this sign-in for a while then."
                            + " Who has a second factor gives it as well. Needs a sign-in; who"
                            + " has no password here signs in again instead.")
    @APIResponseSchema(value = ConfirmationResponse.class, responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "The password or the second factor is not right, or missing")
    @APIResponse(responseCode = "409", description = "The account has no password here")
    public ConfirmationResponse confirm(ConfirmationRequest request) {
        SessionKey here = current.session();
        return new ConfirmationResponse(
                confirmations.confirm(
                        current.get(),
                        here,
                        Given.text("password", request.password()),
                        Given.factor(request.code(), request.key())));
    }

    @POST
    @Path("password")
    @RolesAllowed({"admin", "auditor", "user"})
    @Operation(
            operationId = "changePassword",
            summary = "Change the caller's password and end their other sign-ins",
            description = "Needs the current one; the new one must be another.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "400",
            description = "The current password is wrong, or the new one does not do")
    public Response password(PasswordRequest request) {
        accounts.changeOwnPassword(
                current.get(),
                current.session(),
                Given.text("currentPassword", request.currentPassword()),
                Given.text("newPassword", request.newPassword()));
        return Response.noContent().build();
    }
}
