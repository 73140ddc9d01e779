package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactVersions;
import io.artifactor.artifact.FileNames;
import io.artifactor.artifact.VersionId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Every version of an artifact. */
@Path("/artifacts/{id}/versions")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions", description = "The states an artifact's content has had")
public class ArtifactVersionsResource {

    @Inject private CurrentCaller caller;
    @Inject private ArtifactVersions versions;
    @Inject private Downloads downloads;

    @GET
    @Operation(
            operationId = "listVersions",
            summary = "List an artifact's versions",
            description = "Branch by branch, the newest of each first.")
    @APIResponse(responseCode = "200", description = "A page of versions")
    @APIResponse(responseCode = "404", description = "There is no artifact the caller may read")
    public ListDocument<VersionResponse> list(
            @PathParam("id") UUID id,
            @QueryParam("branch") @Nullable String branch,
            @BeanParam PageParameters paging) {
        return ListDocument.of(
                versions.page(
                        caller.get(),
                        new ArtifactId(id),
                        Optional.ofNullable(branch).filter(name -> !name.isEmpty()),
                        paging.request()),
                VersionResponse::of);
    }

    @GET
    @Path("/{versionId}")
    @Operation(operationId = "getVersion", summary = "Read a version")
    @APIResponse(responseCode = "200", description = "The version")
    @APIResponse(responseCode = "404", description = "This artifact has no such version")
    public VersionResponse get(@PathParam("id") UUID id, @PathParam("versionId") UUID versionId) {
        return VersionResponse.of(
                versions.get(caller.get(), new ArtifactId(id), new VersionId(versionId)));
    }

    @GET
    @Path("/{versionId}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadVersionContent",
            summary = "Download the content of a version",
            description = "Takes the same headers as the download of the current content.")
    @APIResponse(
            responseCode = "200",
            description = "The content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part asked for")
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "404", description = "This artifact has no such version")
    @APIResponse(responseCode = "416", description = "The range begins behind the end")
    public Response content(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @QueryParam("inline") @Nullable Boolean inline) {
        ArtifactVersion version =
                versions.get(caller.get(), new ArtifactId(id), new VersionId(versionId));
        String fileName =
                FileNames.suggested(version.title(), version.language(), version.mediaType());
        return downloads.answer(Download.of(version, fileName, Boolean.TRUE.equals(inline)));
    }

    @HEAD
    @Path("/{versionId}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "headVersionContent",
            summary = "Ask about the content of a version without downloading it")
    @APIResponse(responseCode = "200", description = "The headers of the download")
    public Response head(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @QueryParam("inline") @Nullable Boolean inline) {
        return content(id, versionId, inline);
    }
}
