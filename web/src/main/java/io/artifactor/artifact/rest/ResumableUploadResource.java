package io.artifactor.artifact.rest;

import io.artifactor.artifact.ResumableUpload;
import io.artifactor.artifact.ResumableUploads;
import io.artifactor.identity.rest.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One upload that comes in pieces; only its owner knows of it. */
@Tus
@Path("/uploads/{id}")
@RequestScoped
@RolesAllowed({"admin", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads")
@APIResponse(responseCode = "404", description = "The caller has no such upload, or it expired")
public class ResumableUploadResource {

    @Inject private CurrentCaller caller;
    @Inject private ResumableUploads uploads;

    @HEAD
    @Operation(
            operationId = "headResumableUpload",
            summary = "How much is here",
            description =
                    "In `Upload-Offset`; once finished, `Content-Location` is the artifact. Before,"
                            + " the last byte counts as missing even if it is here: sending it"
                            + " again tries again to make the artifact.")
    @APIResponse(responseCode = "200", description = "In the headers")
    public Response head(@PathParam("id") UUID id) {
        ResumableUpload upload = uploads.get(caller.get(), id);
        return TusAnswers.with(Response.ok(), upload)
                .header(TusHeaders.LENGTH, upload.length())
                .build();
    }

    @GET
    @Operation(
            operationId = "getResumableUpload",
            summary = "How much is here, as a document",
            description = "Once finished, `artifactId` is what it became.")
    @APIResponse(
            responseCode = "200",
            description = "The state of the upload",
            content = @Content(schema = @Schema(implementation = ResumableUploadResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        ResumableUpload upload = uploads.get(caller.get(), id);
        return TusAnswers.with(Response.ok(), upload)
                .entity(ResumableUploadResponse.of(upload))
                .build();
    }

    @PATCH
    @Consumes(ResumableUploadsResource.PIECE)
    @Operation(
            operationId = "appendToResumableUpload",
            summary = "Send the next piece",
            description =
                    "From `Upload-Offset` on. What arrives counts, even if the connection breaks;"
                            + " with `Upload-Checksum` only the whole piece does. The last piece"
                            + " makes the artifact.")
    @APIResponse(responseCode = "204", description = "Here and durable; `Upload-Offset` is next")
    @APIResponse(responseCode = "400", description = "A header or the digest is not right")
    @APIResponse(responseCode = "409", description = "The upload is at another offset")
    @APIResponse(responseCode = "412", description = "Another version of the protocol")
    @APIResponse(
            responseCode = "413",
            description = "More than announced, or than there is room for")
    @APIResponse(responseCode = "415", description = "Not `application/offset+octet-stream`")
    @APIResponse(responseCode = "422", description = "Malware was found; the upload is over")
    @APIResponse(responseCode = "423", description = "Another request writes at the moment")
    @APIResponse(responseCode = "460", description = "The piece does not match its checksum")
    @APIResponse(responseCode = "507", description = "No space left to store it")
    public Response append(
            @PathParam("id") UUID id,
            @HeaderParam(TusHeaders.OFFSET)
                    @Parameter(description = "Where the piece begins", example = "52428800")
                    @Nullable String offset,
            @HeaderParam(TusHeaders.CHECKSUM)
                    @Parameter(description = "`sha256` and the digest of the piece in Base64")
                    @Nullable String checksum,
            InputStream body) {
        ResumableUpload upload =
                uploads.append(
                        caller.get(),
                        id,
                        TusHeaders.bytes(TusHeaders.OFFSET, offset),
                        body,
                        TusHeaders.checksum(checksum));
        return TusAnswers.with(Response.noContent(), upload).build();
    }

    @DELETE
    @Operation(
            operationId = "cancelResumableUpload",
            summary = "Give the upload up",
            description = "What arrived is removed; an artifact it became stays.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "423", description = "Another request writes at the moment")
    public Response cancel(@PathParam("id") UUID id) {
        uploads.cancel(caller.get(), id);
        return Response.noContent().build();
    }
}
