package io.artifactor.importing.rest;

import io.artifactor.identity.Caller;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.importing.Extraction;
import io.artifactor.importing.ImportId;
import io.artifactor.importing.ImportLibrary;
import io.artifactor.importing.ImportMode;
import io.artifactor.importing.ImportRun;
import io.artifactor.importing.ImportUploads;
import io.artifactor.importing.IncomingFile;
import io.artifactor.importing.batch.ImportJob;
import io.artifactor.web.DigestHeaders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody pastes: a conversation as text, a saved page, JSON. */
@RolesAllowed({"admin", "auditor", "user"})
@Path("/claude")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claude", description = "Artifacts out of something pasted")
public class ClaudeResource {

    @Inject private CurrentCaller caller;
    @Inject private Extraction extraction;
    @Inject private ImportUploads uploads;
    @Inject private ImportLibrary library;
    @Inject private ImportJob job;

    @POST
    @Path("/extract")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "extractArtifacts",
            summary = "Find the artifacts in a text",
            description =
                    "Of a conversation as text or Markdown, a saved page of claude.ai, or JSON of"
                            + " up to 10 MB. Nothing of it is kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "What is in it",
            content = @Content(schema = @Schema(implementation = ExtractResponse.class)))
    @APIResponse(responseCode = "400", description = "The body is empty, or a parameter not valid")
    @APIResponse(responseCode = "413", description = "Larger than 10 MB")
    @APIResponse(responseCode = "422", description = "JSON without a conversation")
    public ExtractResponse extract(
            @BeanParam PasteParameters parameters, @Context HttpHeaders headers, InputStream body) {
        caller.get();
        return ExtractResponse.of(
                extraction.read(
                        body, parameters.fileName(headers.getMediaType()), parameters.options()));
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Path("/download")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadArtifacts",
            summary = "Keep the artifacts in a text",
            description =
                    "Reads the same as `/claude/extract`, and keeps what it finds as an import that"
                            + " begins at once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "In line; `Location` leads to how it goes on",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "400", description = "The body is empty, or a parameter not valid")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "413", description = "Larger than this server accepts")
    @APIResponse(responseCode = "422", description = "JSON without a conversation")
    @APIResponse(responseCode = "507", description = "No space left to store it")
    public Response download(
            @BeanParam PasteParameters parameters, @Context HttpHeaders headers, InputStream body) {
        Caller giver = caller.get();
        IncomingFile file =
                new IncomingFile(
                        parameters.fileName(headers.getMediaType()),
                        body,
                        OptionalLong.empty(),
                        DigestHeaders.expected(headers::getHeaderString));
        ImportRun kept = uploads.receive(giver, file, parameters.options(), parameters.workspace());
        ImportRun run = job.start(giver, kept.id(), ImportMode.IMPORT);
        return Response.accepted(ImportResponse.of(run))
                .location(URI.create("claude/download/" + run.id()))
                .build();
    }

    @GET
    @Path("/download/{id}")
    @Operation(
            operationId = "getDownload",
            summary = "See how keeping the artifacts goes on",
            description = "The import; `/imports/{id}/items` says what each item became.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such import")
    public ImportResponse status(@PathParam("id") UUID id) {
        return ImportResponse.of(library.get(caller.get(), new ImportId(id)));
    }
}
