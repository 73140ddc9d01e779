package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.artifact.Trash;
import io.artifactor.artifact.batch.LibrarySweep;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deleted artifacts, until the trash lets go of them. */
@Path("/trash")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trash", description = "Deleted artifacts, which can be brought back for some time")
public class TrashResource {

    @Inject private CurrentCaller caller;
    @Inject private Trash trash;
    @EJB private LibrarySweep sweep;

    @GET
    @Operation(summary = "List the trash", description = "The last deleted first.")
    @APIResponse(responseCode = "200", description = "A page of deleted artifacts")
    @APIResponse(responseCode = "400", description = "The cursor is not valid")
    public ListDocument<TrashItemResponse> list(@BeanParam PageParameters paging) {
        return ListDocument.of(trash.page(caller.get(), paging.request()), TrashItemResponse::of);
    }

    @DELETE
    @RolesAllowed({"admin", "user"})
    @Operation(
            summary = "Empty the trash",
            description =
                    "Of everything the caller deleted. It cannot be brought back from now on; its"
                            + " rows and content go in the background. What is under a legal hold"
                            + " stays.")
    @APIResponse(
            responseCode = "202",
            description = "How many artifacts go",
            content = @Content(schema = @Schema(implementation = TrashEmptied.class)))
    public Response empty() {
        int artifacts = trash.empty(caller.get());
        sweep.wake();
        return Response.accepted(new TrashEmptied(artifacts)).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a deleted artifact", description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The deleted artifact",
            content = @Content(schema = @Schema(implementation = TrashItemResponse.class)))
    @APIResponse(responseCode = "404", description = "No such artifact is in the trash")
    public Response get(@PathParam("id") UUID id) {
        Artifact artifact = trash.get(caller.get(), new ArtifactId(id));
        return Response.ok(TrashItemResponse.of(artifact))
                .tag(new EntityTag(String.valueOf(artifact.revision())))
                .build();
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed({"admin", "user"})
    @Operation(
            summary = "Bring a deleted artifact back",
            description = "With everything it had. Needs `If-Match` with its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The artifact as it is now",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "No such artifact is in the trash")
    @APIResponse(responseCode = "412", description = "Changed in the meantime")
    public Response restore(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.of(
                ArtifactAnswers.showingCurrent(
                        () -> trash.restore(caller.get(), new ArtifactId(id), expected)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            summary = "Remove a deleted artifact for good",
            description = "With all its versions. Needs `If-Match` with its ETag.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "No such artifact is in the trash")
    @APIResponse(responseCode = "409", description = "It is under a legal hold")
    @APIResponse(responseCode = "412", description = "Changed in the meantime")
    public Response purge(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.showingCurrent(() -> {
            trash.purge(caller.get(), new ArtifactId(id), expected);
            return Response.noContent().build();
        });
    }
}
