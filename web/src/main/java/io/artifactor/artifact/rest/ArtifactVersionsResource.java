package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactVersions;
import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.artifact.FileNames;
import io.artifactor.artifact.VersionId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
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
    @Inject private ArtifactLibrary library;
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
    @Operation(
            operationId = "getVersion",
            summary = "Read a version",
            description = "Without its content. `ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    @APIResponse(responseCode = "404", description = "This artifact has no such version")
    public Response get(@PathParam("id") UUID id, @PathParam("versionId") UUID versionId) {
        return answer(versions.get(caller.get(), new ArtifactId(id), new VersionId(versionId)));
    }

    private static Response answer(ArtifactVersion version) {
        return Response.ok(VersionResponse.of(version))
                .tag(new EntityTag(String.valueOf(version.revision())))
                .build();
    }

    @PATCH
    @Path("/{versionId}")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Label a version",
            description = "An empty label takes it away. Needs `If-Match` with the version's ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The version as it is now",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    @APIResponse(responseCode = "404", description = "This artifact has no such version")
    @APIResponse(responseCode = "412", description = "Changed in the meantime")
    public Response label(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            VersionPatch patch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        String label = patch.label();
        if (label == null) {
            return get(id, versionId);
        }
        return ArtifactAnswers.showingCurrent(() ->
                answer(
                        versions.label(
                                caller.get(),
                                new ArtifactId(id),
                                new VersionId(versionId),
                                expected,
                                label)));
    }

    @POST
    @Path("/{versionId}/restore")
    @RolesAllowed({"admin", "user"})
    @Operation(
            summary = "Go back to a version",
            description =
                    "Its content becomes the next version of the current branch, unless it is the"
                            + " current one; nothing is lost. Needs `If-Match` with the artifact's"
                            + " ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The artifact as it is now",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "404", description = "This artifact has no such version")
    @APIResponse(responseCode = "412", description = "Changed in the meantime")
    @APIResponse(responseCode = "413", description = "More than there is room for")
    public Response restore(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.of(
                ArtifactAnswers.showingCurrent(() ->
                        library.restoreVersion(
                                caller.get(),
                                new ArtifactId(id),
                                expected,
                                new VersionId(versionId))));
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
            summary = "Ask about the content of a version without downloading it",
            description = "Its size, type, digest and tag.")
    @APIResponse(responseCode = "200", description = "The headers of the download")
    public Response head(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @QueryParam("inline") @Nullable Boolean inline) {
        return content(id, versionId, inline);
    }
}
