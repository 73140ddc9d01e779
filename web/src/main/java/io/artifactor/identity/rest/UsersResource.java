package io.artifactor.identity.rest;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.identity.Accounts;
import io.artifactor.identity.Caller;
import io.artifactor.identity.SecondFactors;
import io.artifactor.identity.Sessions;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import io.artifactor.paging.Page;
import io.artifactor.web.CurrentState;
import io.artifactor.web.IfMatch;
import io.artifactor.web.ListDocument;
import io.artifactor.web.NotReplayed;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** User accounts, for administrators; auditors may look. */
@Path("users")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "User accounts, for administrators; auditors may look")
public class UsersResource {

    @Inject private Accounts accounts;
    @Inject private SecondFactors factors;
    @Inject private Sessions sessions;
    @Inject private CurrentCaller current;

    @GET
    @RolesAllowed({"admin", "auditor"})
    @Operation(
            operationId = "listUsers",
            summary = "Users in the order of their names",
            description = "Deactivated ones too.")
    public ListDocument<UserResponse> list(@BeanParam PageParameters paging) {
        Caller caller = current.get();
        Page<User> page = accounts.list(caller, paging.request());
        Set<UserId> having = factors.among(caller, page.items().stream().map(User::id).toList());
        return ListDocument.of(page, user -> UserResponse.of(user, having.contains(user.id())));
    }

    @POST
    @NotReplayed
    @Operation(
            operationId = "createUser",
            summary = "Create a user",
            description =
                    "Without a password one is generated, and shown in this answer only. One that has"
                            + " to be changed is good for a week, unless configured otherwise.")
    @APIResponseSchema(value = UserResponse.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "The name or the address is taken")
    public Response create(NewUserRequest request, @Context UriInfo uri) {
        UserResponse user = UserResponse.of(accounts.create(current.get(), request.wanted()));
        return Response.created(uri.getAbsolutePathBuilder().path(user.id().toString()).build())
                .tag(String.valueOf(user.revision()))
                .entity(user)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "auditor"})
    @Operation(
            operationId = "getUser",
            summary = "One user",
            description = "`ETag` holds their revision.")
    @APIResponseSchema(value = UserResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public Response get(@PathParam("id") UUID id) {
        return answer(accounts.get(current.get(), new UserId(id)));
    }

    @PATCH
    @Path("{id}")
    @Operation(
            operationId = "changeUser",
            summary = "Change a user",
            description =
                    "Names what is to change; what is absent stays. Needs `If-Match` with the ETag"
                            + " read before.")
    @APIResponseSchema(value = UserResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(
            responseCode = "409",
            description = "The address is taken, or this is the last active administrator")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            UserPatch patch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return answer(
                showingCurrent(() ->
                        accounts.change(
                                current.get(), new UserId(id), expected::admits, patch.change())));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deactivateUser",
            summary = "Deactivate a user",
            description =
                    "Shuts them out at once; what they made stays. Needs `If-Match` with the ETag"
                            + " read before.")
    @APIResponse(responseCode = "204", description = "Deactivated")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "This is the last active administrator")
    public Response deactivate(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return showingCurrent(() -> {
            accounts.deactivate(current.get(), new UserId(id), expected::admits);
            return Response.noContent().build();
        });
    }

    @DELETE
    @Path("{id}/second-factor")
    @Operation(
            operationId = "removeSecondFactorOfUser",
            summary = "Remove the second factor of somebody who lost it",
            description =
                    "Their sign-ins stay; they are told by mail. Be sure who asks. Administrators"
                            + " remove their own as everybody does.")
    @APIResponse(responseCode = "204", description = "The password is enough for them")
    @APIResponse(responseCode = "404", description = "There is no such user, or they have none")
    @APIResponse(responseCode = "409", description = "It is the caller's own")
    public void removeSecondFactor(@PathParam("id") UUID id) {
        factors.removeOf(current.get(), new UserId(id));
    }

    @DELETE
    @Path("{id}/sessions")
    @NotReplayed
    @Operation(
            operationId = "endSessionsOfUser",
            summary = "End all sign-ins of a user",
            description =
                    "Their tokens and cookies open nothing any more: here at once, on other servers"
                            + " within three seconds. They may sign in again; personal tokens go on.")
    @APIResponse(responseCode = "204", description = "They are over, if there were any")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public void endSessions(@PathParam("id") UUID id) {
        sessions.endAllOf(current.get(), new UserId(id));
    }

    private Response answer(User user) {
        return Response.ok(shown(user)).tag(String.valueOf(user.revision())).build();
    }

    /** A writer refused for an old revision is shown the user as this interface shows it. */
    private <T> T showingCurrent(Supplier<T> write) {
        return CurrentState.shown(User.class, this::shown, write);
    }

    private UserResponse shown(User user) {
        boolean secondFactor = !factors.among(current.get(), List.of(user.id())).isEmpty();
        return UserResponse.of(user, secondFactor);
    }
}
