package io.artifactor.preview.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.VersionId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.preview.Previews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The preview of the content of a version. */
@Path("/artifacts/{id}/versions/{versionId}/preview")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Tag(name = "Versions")
public class VersionPreviewResource {

    @Inject private CurrentCaller caller;
    @Inject private Previews previews;
    @Inject private PreviewAnswers answers;

    @Context private Request request;

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getVersionPreview",
            summary = "Show a preview of the content of a version",
            description = PreviewAnswers.MADE)
    @APIResponse(
            responseCode = "200",
            description = "The preview",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = PreviewAnswers.UNDER_WAY,
            headers =
                    @Header(
                            name = "Retry-After",
                            description = PreviewAnswers.LATER,
                            schema = @Schema(type = SchemaType.INTEGER)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "404", description = PreviewAnswers.NONE)
    public Response get(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @Parameter(description = PreviewAnswers.KINDS) @QueryParam("kind")
                    @Nullable String kind) {
        return answers.of(
                previews.ofVersion(
                        caller.get(),
                        new ArtifactId(id),
                        new VersionId(versionId),
                        PreviewAnswers.kind(kind)),
                request);
    }
}
