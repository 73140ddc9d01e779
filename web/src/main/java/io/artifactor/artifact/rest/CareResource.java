package io.artifactor.artifact.rest;

import io.artifactor.artifact.batch.LibrarySweep;
import io.artifactor.artifact.batch.SweepReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an administrator may have done to the store at once. */
@Path("/admin")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class CareResource {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @EJB private LibrarySweep sweep;

    @POST
    @Path("/purge")
    @Operation(
            summary = "Sweep the trash and the store now",
            description =
                    "Does what the server does every hour: removes artifacts the trash has let go"
                            + " of, content nothing refers to, and files of broken writes. Stops"
                            + " after 20 seconds; ask again until `complete`.")
    @APIResponse(responseCode = "200", description = "What was removed")
    public SweepReport purge(
            @QueryParam("thorough")
                    @Parameter(description = "Whether to look at every file of the store too")
                    @Nullable Boolean thorough) {
        return sweep.sweep(LONGEST, Boolean.TRUE.equals(thorough));
    }
}
