package io.artifactor.artifact.rest;

import io.artifactor.artifact.ResumableUpload;
import io.artifactor.artifact.ResumableUploads;
import io.artifactor.artifact.UploadSettings;
import io.artifactor.identity.Caller;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where uploads that survive a broken connection begin. */
@Tus
@Path("/uploads")
@RequestScoped
@RolesAllowed({"admin", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads", description = "Large files over bad connections, by tus 1.0.0")
public class ResumableUploadsResource {

    static final String PIECE = "application/offset+octet-stream";

    @Inject private CurrentCaller caller;
    @Inject private ResumableUploads uploads;
    @Inject private UploadSettings settings;

    @OPTIONS
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "resumableUploadOptions",
            summary = "Which uploads are understood",
            description = "Versions, extensions and limits of the protocol, as headers.")
    @APIResponse(responseCode = "204", description = "In the headers `Tus-…`")
    public Response options() {
        return Response.noContent()
                .header("Tus-Version", TusProtocol.VERSION)
                .header("Tus-Extension", TusProtocol.EXTENSIONS)
                .header("Tus-Max-Size", settings.limit())
                .header("Tus-Checksum-Algorithm", "sha256")
                .build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "beginResumableUpload",
            summary = "Begin an upload",
            description =
                    "`Upload-Metadata` may name `filename`, `filetype`, `title`, `description`,"
                            + " `kind`, `language`, `workspaceId`, `folderId`, `categoryId`, `tags`"
                            + " (one a line), `visibility` and the `sha256` of the whole; other names are ignored. The same"
                            + " file in the trash comes back instead, unless `restore` is `false`."
                            + " A body of `application/offset+octet-stream` is the first piece.")
    @APIResponse(
            responseCode = "201",
            description = "Begun; `Location` takes the pieces",
            content = @Content(schema = @Schema(implementation = ResumableUploadResponse.class)))
    @APIResponse(responseCode = "400", description = "A header is not valid")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "412", description = "Another version of the protocol")
    @APIResponse(
            responseCode = "413",
            description = "Larger than this server accepts, or than there is room for")
    @APIResponse(responseCode = "429", description = "Too many uploads are unfinished")
    public Response begin(
            @HeaderParam(TusHeaders.LENGTH)
                    @Parameter(description = "Of the whole, in bytes", example = "104857600")
                    @Nullable String length,
            @HeaderParam(TusHeaders.METADATA)
                    @Parameter(
                            description = "Names and their values in Base64, with commas",
                            example = "filename cmVwb3J0LnBkZg==")
                    @Nullable String metadata,
            @HeaderParam(TusHeaders.CHECKSUM)
                    @Parameter(description = "`sha256` and the digest of the body in Base64")
                    @Nullable String checksum,
            @HeaderParam("Upload-Defer-Length")
                    @Parameter(description = "Refused: the length has to be known")
                    @Nullable String deferred,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        if (deferred != null) {
            throw Problem.invalid(
                    "Upload-Defer-Length", "is not supported; say the length in Upload-Length.");
        }
        Caller uploader = caller.get();
        Map<String, String> said = TusHeaders.metadata(metadata);
        ResumableUpload upload =
                uploads.begin(
                        uploader,
                        TusHeaders.bytes(TusHeaders.LENGTH, length),
                        TusHeaders.proposal(said),
                        TusHeaders.placement(said),
                        TusHeaders.expected(said),
                        TusHeaders.mayRestore(said));
        if (PIECE.equals(type) && !upload.isComplete()) {
            upload = uploads.append(uploader, upload.id(), 0, body, TusHeaders.checksum(checksum));
        }
        URI location = URI.create("uploads/" + upload.id());
        return TusAnswers.with(Response.created(location), upload)
                .entity(ResumableUploadResponse.of(upload))
                .build();
    }
}
