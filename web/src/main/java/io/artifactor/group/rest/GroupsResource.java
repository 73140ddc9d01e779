package io.artifactor.group.rest;

import io.artifactor.group.GroupView;
import io.artifactor.group.Groups;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All groups. */
@Path("/groups")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups", description = "Users under one name, to whom things can be granted")
public class GroupsResource {

    @Inject private CurrentCaller caller;
    @Inject private Groups groups;

    @GET
    @Operation(
            operationId = "listGroups",
            summary = "List the groups",
            description = "In the order of their names.")
    @APIResponse(responseCode = "200", description = "One page of them")
    public ListDocument<GroupResponse> list(@BeanParam PageParameters paging) {
        return ListDocument.of(groups.page(paging.request()), GroupResponse::of);
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addGroup",
            summary = "Make a group",
            description = "With nobody in it yet. For administrators.")
    @APIResponse(
            responseCode = "201",
            description = "Made; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = GroupResponse.class)))
    @APIResponse(responseCode = "400", description = "The name is not valid")
    @APIResponse(responseCode = "409", description = "There is a group of this name")
    public Response add(GroupName body) {
        GroupView made = groups.create(caller.get(), body.given());
        return GroupAnswers.of(Response.created(URI.create("groups/" + made.group().id())), made);
    }
}
