package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.Comparison;
import io.artifactor.artifact.DiffOptions;
import io.artifactor.artifact.VersionDiff;
import io.artifactor.artifact.VersionId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of an artifact. */
@Path("/artifacts/{id}/diff")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Tag(name = "Versions")
public class DiffResource {

    private static final String UNIFIED = "text/x-diff";

    @Inject private CurrentCaller caller;
    @Inject private Comparison comparison;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Compare two versions",
            description =
                    "With `Accept: text/x-diff` as unified diff, which is always by line. What is"
                            + " no text, or larger than 2 MiB, is not compared: `binary` is true.")
    @APIResponse(
            responseCode = "200",
            description = "What changed, hunk by hunk",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DiffResponse.class)),
                @Content(mediaType = UNIFIED, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter is missing or not valid")
    @APIResponse(responseCode = "404", description = "There is no such artifact or version")
    @APIResponse(
            responseCode = "413",
            description = "The texts differ too much to be compared in reasonable time")
    public DiffResponse compare(@PathParam("id") UUID id, @BeanParam DiffParameters parameters) {
        return DiffResponse.of(diff(id, parameters));
    }

    @GET
    @Produces(UNIFIED)
    @Operation(hidden = true)
    public String unified(@PathParam("id") UUID id, @BeanParam DiffParameters parameters) {
        return diff(id, parameters).unified();
    }

    private VersionDiff diff(UUID id, DiffParameters parameters) {
        return comparison.compare(
                caller.get(),
                new ArtifactId(id),
                required("from", parameters.from),
                required("to", parameters.to),
                DiffOptions.of(parameters.mode, parameters.context));
    }

    private static VersionId required(String name, @Nullable UUID version) {
        if (version == null) {
            throw Problem.invalid(name, "must be the id of a version.");
        }
        return new VersionId(version);
    }

    /** What is to be compared and how. */
    public static class DiffParameters {

        @QueryParam("from")
        @Parameter(description = "The id of the older version", required = true)
        @Nullable UUID from;

        @QueryParam("to")
        @Parameter(description = "The id of the newer version", required = true)
        @Nullable UUID to;

        @QueryParam("mode")
        @Parameter(description = "line (as if absent), or word to see what changed in the lines")
        @Nullable String mode;

        @QueryParam("context")
        @Parameter(description = "How many unchanged lines around a change, 0 to 100; 3 if absent")
        @Nullable Integer context;
    }
}
