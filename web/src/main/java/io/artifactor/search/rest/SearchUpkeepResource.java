package io.artifactor.search.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.search.SearchJob;
import io.artifactor.search.SearchJob.Kind;
import io.artifactor.search.SearchUpkeep;
import io.artifactor.search.batch.ReindexJob;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The indexes of search, for the administrator. */
@Path("/admin/search")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SearchUpkeepResource {

    private static final int SHOWN = 1_000;

    @Inject private CurrentCaller caller;
    @Inject private SearchUpkeep upkeep;
    @Inject private ReindexJob jobs;

    @POST
    @Path("/reindex")
    @Operation(
            operationId = "startReindex",
            summary = "Build the index anew",
            description =
                    "Beside the one in use, which answers and gets every change until they are"
                            + " swapped in one step. A killed server's job is taken up where it"
                            + " stands.")
    @APIResponse(
            responseCode = "202",
            description = "It stands in line; `Location` leads to its state",
            content = @Content(schema = @Schema(implementation = SearchJobResponse.class)))
    @APIResponse(responseCode = "409", description = "One is not over yet; `job` is its id")
    public Response reindex() {
        return accepted("reindex", jobs.start(caller.get(), Kind.REINDEX));
    }

    @GET
    @Path("/reindex/{id}")
    @Operation(
            operationId = "getReindex",
            summary = "How far the new index is",
            description = "It answers searches once the job is completed.")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public SearchJobResponse getReindex(@PathParam("id") UUID id) {
        return SearchJobResponse.of(upkeep.get(Kind.REINDEX, id));
    }

    @POST
    @Path("/reindex/{id}/stop")
    @Operation(
            operationId = "stopReindex",
            summary = "Give the new index up",
            description = "The one in use stays. What is over stays as it is.")
    @APIResponse(
            responseCode = "202",
            description = "It stops after what is being written now",
            content = @Content(schema = @Schema(implementation = SearchJobResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such job")
    public Response stopReindex(@PathParam("id") UUID id) {
        SearchJob job = upkeep.stop(caller.get(), Kind.REINDEX, id);
        return Response.accepted(SearchJobResponse.of(job)).build();
    }

    @POST
    @Path("/drift")
    @Operation(
            operationId = "startDriftCheck",
            summary = "Compare the indexes with the database",
            description =
                    "Every document of both indexes by a hash of everything in it. What is on its"
                            + " way to an index does not count.")
    @APIResponse(
            responseCode = "202",
            description = "It stands in line; `Location` leads to its report",
            content = @Content(schema = @Schema(implementation = SearchJobResponse.class)))
    @APIResponse(responseCode = "409", description = "One is not over yet; `job` is its id")
    public Response drift() {
        return accepted("drift", jobs.start(caller.get(), Kind.DRIFT));
    }

    @GET
    @Path("/drift/{id}")
    @Operation(
            operationId = "getDrift",
            summary = "What the comparison found so far",
            description = "With some of the documents that are missing, too many or different.")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public DriftResponse getDrift(@PathParam("id") UUID id) {
        return report(upkeep.get(Kind.DRIFT, id));
    }

    @GET
    @Path("/drift")
    @Operation(
            operationId = "getLatestDrift",
            summary = "What the latest comparison found",
            description = "`POST` begins a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The report of the latest that is over",
            content = @Content(schema = @Schema(implementation = DriftResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "One is under way; `Location` leads to it",
            content = @Content(schema = @Schema(implementation = SearchJobResponse.class)))
    @APIResponse(responseCode = "404", description = "There was none yet")
    public Response latestDrift() {
        SearchJob latest =
                upkeep.list(Kind.DRIFT).stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("drift report", "latest"));
        return latest.state().isOver()
                ? Response.ok(report(latest)).build()
                : accepted("drift", latest);
    }

    @POST
    @Path("/documents/{id}/reindex")
    @Operation(
            operationId = "reindexDocument",
            summary = "Bring one artifact or conversation into the indexes again",
            description = "As it is now; out of them if it is no more. A row given up goes too.")
    @APIResponse(responseCode = "204", description = "It is on its way to both indexes")
    public Response reindexDocument(@PathParam("id") UUID id) {
        upkeep.reindex(caller.get(), id);
        return Response.noContent().build();
    }

    private DriftResponse report(SearchJob job) {
        return new DriftResponse(
                SearchJobResponse.of(job),
                upkeep.counts(job.id()),
                upkeep.differences(job.id(), SHOWN).stream().map(DriftResponse.Item::of).toList());
    }

    private static Response accepted(String kind, SearchJob job) {
        return Response.accepted(SearchJobResponse.of(job))
                .location(URI.create("admin/search/" + kind + "/" + job.id()))
                .build();
    }
}
