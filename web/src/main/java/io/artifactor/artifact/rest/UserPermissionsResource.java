package io.artifactor.artifact.rest;

import io.artifactor.artifact.Access;
import io.artifactor.identity.UserId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a user may do, for administrators; auditors may look. */
@Path("/users/{id}/permissions")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class UserPermissionsResource {

    @Inject private CurrentCaller caller;
    @Inject private Access access;

    @GET
    @Operation(
            operationId = "listPermissions",
            summary = "List what a user may do",
            description =
                    "The workspaces they are in and what is granted to them, by ids alone: what is"
                            + " in them is not for administrators as such. Roles in the whole"
                            + " system stand in the user.")
    @APIResponse(responseCode = "200", description = "One page of it")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public ListDocument<PermissionResponse> list(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                access.heldBy(caller.get(), new UserId(id), paging.request()),
                PermissionResponse::of);
    }
}
