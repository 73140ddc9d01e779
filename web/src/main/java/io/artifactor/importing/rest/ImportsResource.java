package io.artifactor.importing.rest;

import io.artifactor.identity.Caller;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.importing.ImportLibrary;
import io.artifactor.importing.ImportMode;
import io.artifactor.importing.ImportOptions;
import io.artifactor.importing.ImportRun;
import io.artifactor.importing.ImportUploads;
import io.artifactor.importing.IncomingFile;
import io.artifactor.importing.batch.ImportJob;
import io.artifactor.web.DigestHeaders;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's imports, and the way in for a new one. */
@RolesAllowed({"admin", "auditor", "user"})
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Export files in, and what became of every item in them")
public class ImportsResource {

    @Inject private CurrentCaller caller;
    @Inject private ImportUploads uploads;
    @Inject private ImportLibrary library;
    @Inject private ImportJob job;

    @GET
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "The caller's own, the newest first.")
    @APIResponse(responseCode = "200", description = "A page of imports")
    @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
    public ListDocument<ImportResponse> list(@BeanParam PageParameters paging) {
        return ListDocument.of(library.page(caller.get(), paging.request()), ImportResponse::of);
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadImport",
            summary = "Upload a file to import",
            description =
                    "The body is the file itself: an export of Claude or ChatGPT (zip or JSON), a"
                            + " conversation as JSON, Markdown or text, or a zip of files. It is"
                            + " kept as it is, and recognised by what stands in it. The same file"
                            + " again makes another import, which adds nothing. `Repr-Digest` or"
                            + " `Content-Digest` with `sha-256` is checked.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Kept; `Location` leads to the import",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "400", description = "The body is empty, or a parameter not valid")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "413", description = "Larger than this server accepts")
    @APIResponse(responseCode = "422", description = "No reader knows the file; no import is made")
    @APIResponse(responseCode = "507", description = "No space left to store it")
    public Response upload(
            @BeanParam UploadParameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @Context HttpHeaders headers,
            InputStream body) {
        Caller uploader = caller.get();
        ImportOptions options = parameters.options();
        Optional<ImportMode> atOnce = parameters.atOnce();
        OptionalLong announced = length == null ? OptionalLong.empty() : OptionalLong.of(length);
        IncomingFile file =
                new IncomingFile(
                        parameters.fileName(),
                        body,
                        announced,
                        DigestHeaders.expected(headers::getHeaderString));
        ImportRun run = uploads.receive(uploader, file, options, parameters.workspace());
        if (atOnce.isPresent()) {
            run = job.start(uploader, run.id(), atOnce.get());
        }
        return Response.created(URI.create("imports/" + run.id()))
                .entity(ImportResponse.of(run))
                .build();
    }
}
