package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.Favourites;
import io.artifactor.identity.rest.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether an artifact is one of the caller's favourites; no revision, as nobody else sees it. */
@Path("/artifacts/{id}/favourite")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Tag(name = "Artifacts")
public class FavouriteResource {

    @Inject private CurrentCaller caller;
    @Inject private Favourites favourites;

    @PUT
    @Operation(
            operationId = "addFavourite",
            summary = "Make an artifact a favourite",
            description = "Of the caller alone.")
    @APIResponse(responseCode = "204", description = "It is one now")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response add(@PathParam("id") UUID id) {
        favourites.add(caller.get(), new ArtifactId(id));
        return Response.noContent().build();
    }

    @DELETE
    @Operation(
            operationId = "removeFavourite",
            summary = "Let an artifact be no favourite",
            description = "Of the caller alone.")
    @APIResponse(responseCode = "204", description = "It is none now")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response remove(@PathParam("id") UUID id) {
        favourites.remove(caller.get(), new ArtifactId(id));
        return Response.noContent().build();
    }
}
