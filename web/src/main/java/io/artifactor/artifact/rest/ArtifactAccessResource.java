package io.artifactor.artifact.rest;

import io.artifactor.artifact.Access;
import io.artifactor.artifact.ArtifactId;
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

/** Who may read an artifact, and why. */
@Path("/artifacts/{id}/access")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class ArtifactAccessResource {

    @Inject private CurrentCaller caller;
    @Inject private Access access;

    @GET
    @Operation(
            operationId = "listAccess",
            summary = "List who may read an artifact, and why",
            description =
                    "By name, everybody first where it is public; somebody with two reasons is"
                            + " there twice. Members who do not read what is private are left out."
                            + " The members of a workspace"
                            + " it is granted to are not named. Takes an editor of the artifact's"
                            + " workspace.")
    @APIResponse(responseCode = "200", description = "One page of it")
    @APIResponse(responseCode = "403", description = "It takes an editor of its workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public ListDocument<AccessResponse> list(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                access.of(caller.get(), new ArtifactId(id), paging.request()), AccessResponse::of);
    }
}
