package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactDraft;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.Source;
import io.artifactor.artifact.Uploads;
import io.artifactor.identity.Caller;
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
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All artifacts the caller may read. */
@Path("/artifacts")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts", description = "What the library keeps, with every version")
public class ArtifactsResource {

    @Inject private CurrentCaller caller;
    @Inject private ArtifactLibrary library;
    @Inject private Uploads uploads;

    @GET
    @Operation(
            operationId = "listArtifacts",
            summary = "List artifacts",
            description =
                    "Without their content. `Link` with `rel=\"next\"` leads to the next page.")
    @APIResponse(responseCode = "200", description = "A page of artifacts")
    @APIResponse(
            responseCode = "400",
            description = "A filter, the order or the cursor is not valid")
    public ListDocument<ArtifactResponse> list(
            @BeanParam ListParameters parameters, @BeanParam PageParameters paging) {
        return ListDocument.of(
                library.page(
                        caller.get(), parameters.filter(), parameters.sort(), paging.request()),
                ArtifactResponse::of);
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addArtifact",
            summary = "Add an artifact of text",
            description = "Files go to `/artifacts/upload`.")
    @APIResponse(
            responseCode = "201",
            description = "Added; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "400", description = "A field is not valid")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "413", description = "More than there is room for")
    @APIResponse(responseCode = "422", description = "Malware was found in it")
    public Response add(NewArtifact body) {
        Caller adder = caller.get();
        byte[] bytes = body.bytes();
        library.requireRoom(adder, body.placement(), bytes.length);
        ArtifactDraft draft =
                uploads.draft(
                        adder,
                        body.proposal(),
                        new ByteArrayInputStream(bytes),
                        Optional.empty(),
                        Source.API);
        return ArtifactAnswers.created(library.add(adder, draft, body.placement()));
    }
}
