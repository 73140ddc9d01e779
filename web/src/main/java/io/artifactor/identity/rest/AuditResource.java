package io.artifactor.identity.rest;

import io.artifactor.identity.AuditFilter;
import io.artifactor.identity.AuditTrail;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, for auditors and administrators. */
@Path("audit")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, for auditors and administrators")
public class AuditResource {

    private static final String CSV = "text/csv";

    @Inject private AuditTrail trail;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "Lines of the audit log",
            description =
                    "The last first. Sign-ins and refusals, changes of accounts and roles, what"
                            + " administrators did, exports, deletions, and the first use of a personal"
                            + " token on each day.")
    @APIResponse(responseCode = "200", description = "A page of lines")
    @APIResponse(responseCode = "400", description = "A filter or the cursor is not valid")
    public ListDocument<AuditResponse> list(
            @BeanParam AuditParameters asked, @BeanParam PageParameters paging) {
        return ListDocument.of(
                trail.page(current.get(), asked.filter(), paging.request()), AuditResponse::of);
    }

    @GET
    @Path("export")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "exportAudit",
            summary = "Lines of the audit log as a file",
            description =
                    "Written while it is read, however long it is. In CSV, cells that a spreadsheet"
                            + " would take for a formula begin with an apostrophe. The export is a line"
                            + " of the log itself, but not of the file.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = AuditResponse.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "\"id\",\"at\",\"actorId\",\"actor\",\"action\"")
            })
    @APIResponse(responseCode = "400", description = "A filter or the format is not valid")
    public Response export(
            @BeanParam AuditParameters asked,
            @QueryParam("format")
                    @Parameter(
                            description = "What the file is to look like",
                            schema =
                                    @Schema(
                                            enumeration = {"csv", "json"},
                                            defaultValue = "json"))
                    @Nullable String format) {
        Caller caller = current.get();
        AuditFilter filter = asked.filter();
        AuditFile.Format wanted = format(format);
        String name = wanted.name().toLowerCase(Locale.ROOT);
        long end = trail.beginExport(caller, filter, name);
        return Response.ok(
                        new AuditFile(wanted, end, before -> trail.portion(caller, filter, before)),
                        wanted == AuditFile.Format.CSV
                                ? CSV + ";charset=utf-8"
                                : MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"audit." + name + '"')
                .build();
    }

    @GET
    @Path("verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Check that no line was changed or removed",
            description =
                    "Follows every chain of the log from its beginning, and says where one is"
                            + " broken. Takes seconds for millions of lines.")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "400", description = "The anchor is none")
    public AuditCheckResponse verify(
            @QueryParam("anchor")
                    @Parameter(description = "`anchor` of an earlier check, kept elsewhere")
                    @Nullable String anchor) {
        return AuditCheckResponse.of(trail.check(current.get(), Optional.ofNullable(anchor)));
    }

    private static AuditFile.Format format(@Nullable String text) {
        return switch (text) {
            case null -> AuditFile.Format.JSON;
            case "json" -> AuditFile.Format.JSON;
            case "csv" -> AuditFile.Format.CSV;
            default -> throw Problem.invalid("format", "must be csv or json.");
        };
    }
}
