package io.artifactor.importing.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.importing.ImportId;
import io.artifactor.importing.ImportLibrary;
import io.artifactor.importing.ImportMode;
import io.artifactor.importing.ImportRun;
import io.artifactor.importing.ImportUploads;
import io.artifactor.importing.ItemFilter;
import io.artifactor.importing.batch.ImportJob;
import io.artifactor.storage.Sha256;
import io.artifactor.web.DigestHeaders;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One import of the caller. */
@RolesAllowed({"admin", "auditor", "user"})
@Path("/imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@APIResponse(responseCode = "404", description = "The caller has no such import")
public class ImportResource {

    @Inject private CurrentCaller caller;
    @Inject private ImportLibrary library;
    @Inject private ImportUploads uploads;
    @Inject private ImportJob job;

    @GET
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "Its state, how far it is, and its counts.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public ImportResponse get(@PathParam("id") UUID id) {
        return ImportResponse.of(library.get(caller.get(), new ImportId(id)));
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Path("/preview")
    @Operation(
            operationId = "previewImport",
            summary = "Preview the import",
            description = "Counts what an import would do, and changes nothing but those counts.")
    @APIResponse(
            responseCode = "202",
            description = "In line",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "409", description = "In line, at work or completed already")
    public Response preview(@PathParam("id") UUID id) {
        return accepted(job.start(caller.get(), new ImportId(id), ImportMode.PREVIEW));
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Path("/start")
    @Operation(
            operationId = "startImport",
            summary = "Start the import",
            description = "One that was stopped or failed before goes on where it was.")
    @APIResponse(
            responseCode = "202",
            description = "In line",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "409", description = "In line, at work or completed already")
    public Response start(@PathParam("id") UUID id) {
        return accepted(job.start(caller.get(), new ImportId(id), ImportMode.IMPORT));
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Path("/stop")
    @Operation(
            operationId = "stopImport",
            summary = "Stop the import",
            description = "After what is being written now; what is brought in already stays.")
    @APIResponse(
            responseCode = "202",
            description = "Stopping, or stopped",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "409", description = "Neither in line nor at work")
    public Response stop(@PathParam("id") UUID id) {
        return accepted(job.stop(caller.get(), new ImportId(id)));
    }

    @GET
    @Path("/items")
    @Operation(
            operationId = "listImportItems",
            summary = "Read the ledger",
            description = "What every item of the file became, in the order of the file.")
    @APIResponse(responseCode = "200", description = "A page of the ledger")
    @APIResponse(responseCode = "400", description = "A filter or the cursor is not valid")
    public ListDocument<ImportItemResponse> items(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Parameter(description = "Only this outcome", example = "broken")
                    @Nullable String outcome,
            @QueryParam("kind") @Parameter(description = "Only this kind", example = "artifact")
                    @Nullable String kind,
            @BeanParam PageParameters paging) {
        return ListDocument.of(
                library.items(
                        caller.get(),
                        new ImportId(id),
                        ItemFilter.of(outcome, kind),
                        paging.request()),
                ImportItemResponse::of);
    }

    @GET
    @Path("/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "downloadImportedFile",
            summary = "Download the file",
            description = "As it was uploaded.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "422", description = "Malware was found in it")
    public Response original(@PathParam("id") UUID id) {
        ImportRun run = library.get(caller.get(), new ImportId(id));
        String name = URLEncoder.encode(run.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(uploads.original(caller.get(), new ImportId(id)))
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, run.size())
                .header(DigestHeaders.REPRESENTATION, DigestHeaders.of(new Sha256(run.sha256())))
                .header(HttpHeaders.ETAG, "\"" + run.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .build();
    }

    private static Response accepted(ImportRun run) {
        return Response.accepted(ImportResponse.of(run)).build();
    }
}
