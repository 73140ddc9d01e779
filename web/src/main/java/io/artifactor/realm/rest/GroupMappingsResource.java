package io.artifactor.realm.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.realm.GroupMapping;
import io.artifactor.realm.GroupMappings;
import io.artifactor.web.ListDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the groups of realms elsewhere stand for here. */
@Path("group-mappings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Realms", description = "Directories, OpenID Connect and SAML")
public class GroupMappingsResource {

    @Inject private GroupMappings mappings;
    @Inject private CurrentCaller current;

    @GET
    @RolesAllowed({"admin", "auditor"})
    @Operation(
            operationId = "listGroupMappings",
            summary = "What the groups of realms stand for",
            description =
                    "Whoever is in such a group has the role from their next sign-in on, and loses"
                            + " it at the sign-in after they left it; so with places in workspaces."
                            + " While no group of a realm stands for a role, roles of its people are"
                            + " given by hand.")
    @APIResponse(responseCode = "200", description = "By realm and group")
    public ListDocument<GroupMappingResponse> list() {
        return ListDocument.whole(
                mappings.list(current.get()).stream().map(GroupMappingResponse::of).toList());
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            operationId = "addGroupMapping",
            summary = "Let a group of a realm stand for a role, or a place in a workspace",
            description =
                    "With `role`, or with `workspaceId` and `workspaceRole`. Counts from each"
                            + " person's next sign-in on; of a directory, within minutes.")
    @APIResponseSchema(value = GroupMappingResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "There is no such workspace")
    @APIResponse(
            responseCode = "409",
            description = "It does already, or the workspace is personal")
    public Response add(NewGroupMappingRequest request) {
        GroupMapping added =
                mappings.add(
                        current.get(),
                        request.wantedRealm(),
                        request.wantedGroup(),
                        request.meaning());
        return Response.status(Response.Status.CREATED)
                .entity(GroupMappingResponse.of(added))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "removeGroupMapping",
            summary = "Let a group no longer stand for something",
            description =
                    "Counts from each person's next sign-in on; of a directory, within minutes.")
    @APIResponse(responseCode = "204", description = "It counts no more from the next sign-in on")
    @APIResponse(responseCode = "404", description = "There is no such row")
    public void remove(@PathParam("id") UUID id) {
        mappings.remove(current.get(), id);
    }
}
