package io.artifactor.group.rest;

import io.artifactor.group.GroupId;
import io.artifactor.group.GroupMembers;
import io.artifactor.identity.UserId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in a group, for administrators; auditors may look. */
@Path("/groups/{id}/members")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupMembersResource {

    @Inject private CurrentCaller caller;
    @Inject private GroupMembers members;

    @GET
    @Operation(
            operationId = "listGroupMembers",
            summary = "List who is in a group",
            description = "In the order of their user names. For administrators and auditors.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public ListDocument<GroupMemberResponse> list(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                members.page(caller.get(), new GroupId(id), paging.request()),
                GroupMemberResponse::of);
    }

    @PUT
    @Path("/{user}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "putGroupMember",
            summary = "Put a user into a group",
            description = "Who is in it already stays. For administrators.")
    @APIResponse(responseCode = "204", description = "They are in it")
    @APIResponse(responseCode = "404", description = "No such group, or no such user")
    public void put(
            @PathParam("id") UUID id,
            @PathParam("user") @Parameter(description = "The id of the user") UUID user) {
        members.put(caller.get(), new GroupId(id), new UserId(user));
    }

    @DELETE
    @Path("/{user}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "removeGroupMember",
            summary = "Take a user out of a group",
            description = "What was granted to the group is theirs no more. For administrators.")
    @APIResponse(responseCode = "204", description = "They are not in it any more")
    @APIResponse(responseCode = "404", description = "No such group, or nobody such in it")
    public void remove(
            @PathParam("id") UUID id,
            @PathParam("user") @Parameter(description = "The id of the user") UUID user) {
        members.remove(caller.get(), new GroupId(id), new UserId(user));
    }
}
