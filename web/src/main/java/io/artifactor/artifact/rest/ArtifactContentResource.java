package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactContent;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.artifact.OpenedArtifacts;
import io.artifactor.artifact.Uploads;
import io.artifactor.identity.Caller;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.web.DigestHeaders;
import io.artifactor.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The current content of an artifact. */
@Path("/artifacts/{id}/content")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Tag(name = "Artifacts")
public class ArtifactContentResource {

    @Inject private CurrentCaller caller;
    @Inject private ArtifactLibrary library;
    @Inject private OpenedArtifacts opened;
    @Inject private Uploads uploads;
    @Inject private Downloads downloads;
    @Inject private IncomingBody incoming;

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadContent",
            summary = "Download the current content",
            description =
                    "Takes `Range`, `If-Range` and `If-None-Match`; `ETag` is the SHA-256,"
                            + " `Repr-Digest` the same in Base64.")
    @APIResponse(
            responseCode = "200",
            description = "The content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part asked for")
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "416", description = "The range begins behind the end")
    public Response get(@PathParam("id") UUID id, @QueryParam("inline") @Nullable Boolean inline) {
        ArtifactView view = library.get(caller.get(), new ArtifactId(id));
        opened.note(caller.get(), view.artifact().id());
        return answer(view.artifact(), inline);
    }

    private Response answer(Artifact artifact, @Nullable Boolean inline) {
        return downloads.answer(
                new Download(
                        artifact.sha256().orElseThrow(() -> empty(artifact.id().value())),
                        artifact.size(),
                        artifact.mediaType(),
                        artifact.fileName(),
                        Boolean.TRUE.equals(inline)));
    }

    private static Problem empty(UUID id) {
        return new Problem(
                ProblemCode.NOT_FOUND, "The artifact " + id + " has no content that can be read.");
    }

    @HEAD
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "headContent",
            summary = "Ask about the current content without downloading it",
            description = "Its size, type, digest and tag.")
    @APIResponse(responseCode = "200", description = "The headers of the download")
    public Response head(@PathParam("id") UUID id, @QueryParam("inline") @Nullable Boolean inline) {
        return answer(library.get(caller.get(), new ArtifactId(id)).artifact(), inline);
    }

    @PUT
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceContent",
            summary = "Replace the content",
            description =
                    "The body is the file itself. Makes the next version of the current branch, or"
                            + " of `branch`, unless the bytes are those of the newest there. Needs `If-Match` with"
                            + " the artifact's ETag; `Repr-Digest` or `Content-Digest` is checked.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "The artifact as it is now",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(
            responseCode = "413",
            description = "Larger than this server accepts, or than there is room for")
    @APIResponse(responseCode = "422", description = "Malware was found in it")
    public Response replace(
            @PathParam("id") UUID id,
            @QueryParam("branch")
                    @Parameter(description = "The branch to continue; the current one if absent")
                    @Nullable String branch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream body) {
        ArtifactId artifact = new ArtifactId(id);
        ExpectedRevision expected = IfMatch.required(ifMatch);
        Caller writer = caller.get();
        return ArtifactAnswers.of(
                ArtifactAnswers.showingCurrent(() -> {
                    ArtifactView seen =
                            library.requireReplaceable(
                                    writer, artifact, expected, incoming.leastLength());
                    ArtifactContent content = store(seen.artifact(), body);
                    return library.replaceContent(
                            writer,
                            artifact,
                            expected,
                            Optional.ofNullable(branch).filter(name -> !name.isEmpty()),
                            content);
                }));
    }

    private ArtifactContent store(Artifact artifact, InputStream body) {
        return uploads.replacement(
                caller.get(),
                artifact,
                incoming.checked(body),
                DigestHeaders.expected(incoming::header),
                Optional.ofNullable(incoming.declaredType()));
    }
}
