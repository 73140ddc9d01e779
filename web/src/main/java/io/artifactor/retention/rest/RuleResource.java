package io.artifactor.retention.rest;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.retention.Forecasts;
import io.artifactor.retention.RetentionRules;
import io.artifactor.retention.RetentionRun;
import io.artifactor.retention.RuleId;
import io.artifactor.retention.batch.RetentionRunner;
import io.artifactor.web.IfMatch;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One rule of age. */
@Path("/retention-rules/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RuleResource {

    @Inject private CurrentCaller caller;
    @Inject private RetentionRules rules;
    @Inject private Forecasts forecasts;
    @Inject private RetentionRunner runner;

    @GET
    @Operation(
            operationId = "getRetentionRule",
            summary = "Read a rule of age",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(schema = @Schema(implementation = RuleResponse.class)))
    @APIResponse(responseCode = "403", description = "The caller is no owner of the workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public Response get(@PathParam("id") UUID id) {
        return RuleAnswers.of(Response.ok(), rules.get(caller.get(), new RuleId(id)));
    }

    @PUT
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putRetentionRule",
            summary = "Make a rule of age say something else",
            description =
                    "All of it, except for its workspace, which stays. A run of it that is at work"
                            + " stops. Needs `If-Match` with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The rule as it is now",
            content = @Content(schema = @Schema(implementation = RuleResponse.class)))
    @APIResponse(responseCode = "400", description = "Something is missing or not valid")
    @APIResponse(responseCode = "403", description = "The caller is no owner of the workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RuleRequest body) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return RuleAnswers.showingCurrent(() ->
                RuleAnswers.of(
                        Response.ok(),
                        rules.replace(
                                caller.get(), new RuleId(id), expected::admits, body.draft())));
    }

    @DELETE
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteRetentionRule",
            summary = "End a rule of age",
            description =
                    "A run of it that is at work stops; what its runs did stays known. Needs"
                            + " `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is no more")
    @APIResponse(responseCode = "403", description = "The caller is no owner of the workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return RuleAnswers.showingCurrent(() -> {
            rules.delete(caller.get(), new RuleId(id), expected::admits);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("/preview")
    @Operation(
            operationId = "previewRetentionRule",
            summary = "See what a rule would take",
            description =
                    "The oldest first, with counts over all pages, and with what a legal hold"
                            + " keeps. Changes nothing.")
    @APIResponse(responseCode = "200", description = "What would go, and when")
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    @APIResponse(responseCode = "403", description = "The caller is no owner of the workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public ForecastResponse preview(
            @PathParam("id") UUID id,
            @QueryParam("at")
                    @Parameter(description = "When the rule would be applied; now if absent")
                    @Nullable Instant at,
            @BeanParam PageParameters paging) {
        return ForecastResponse.of(
                forecasts.of(
                        caller.get(),
                        new RuleId(id),
                        at == null ? Instant.now() : at,
                        paging.request()));
    }

    @POST
    @Path("/run")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "runRetentionRule",
            summary = "Have a rule run now",
            description =
                    "Instead of at the next day's run. It is an operation: it can be watched and"
                            + " stopped there, and goes on by itself after a crash.")
    @APIResponse(
            responseCode = "202",
            description = "It stands in line; `Location` leads to the operation",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    @APIResponse(responseCode = "403", description = "The caller is no owner of the workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    @APIResponse(responseCode = "409", description = "It is not enabled, or a run is not over")
    public Response run(@PathParam("id") UUID id) {
        RetentionRun run = runner.start(caller.get(), new RuleId(id));
        return Response.accepted(RunResponse.of(run))
                .location(URI.create("operations/" + run.id()))
                .build();
    }
}
