package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactFilter;
import io.artifactor.artifact.Retention;
import io.artifactor.artifact.RetentionRule;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would go if old things went. */
@Path("/retention")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trash")
public class RetentionResource {

    @Inject private CurrentCaller caller;
    @Inject private Retention retention;

    @GET
    @Path("/preview")
    @Operation(
            summary = "See what a rule of age would take",
            description =
                    "The oldest first, with counts over all pages. Age counts from the arrival in"
                            + " the library. Changes nothing.")
    @APIResponse(responseCode = "200", description = "What would go, and when")
    @APIResponse(responseCode = "400", description = "A parameter is missing or not valid")
    public RetentionResponse preview(
            @BeanParam RetentionParameters parameters, @BeanParam PageParameters paging) {
        return RetentionResponse.of(
                retention.preview(caller.get(), parameters.rule(), paging.request()));
    }

    /** The rule. */
    public static class RetentionParameters {

        @QueryParam("olderThan")
        @Parameter(description = "The age, a period of ISO 8601", example = "P90D", required = true)
        @Nullable String olderThan;

        @QueryParam("at")
        @Parameter(description = "When the rule would be applied; now if absent")
        @Nullable Instant at;

        @QueryParam("kind")
        @Parameter(description = "Only this kind", example = "code")
        @Nullable String kind;

        @QueryParam("source")
        @Parameter(description = "Only from this source", example = "claude")
        @Nullable String source;

        RetentionRule rule() {
            return RetentionRule.of(
                    olderThan,
                    at == null ? Instant.now() : at,
                    ArtifactFilter.none().withTypes(kind, null, source));
        }
    }
}
