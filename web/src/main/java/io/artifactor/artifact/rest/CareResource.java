package io.artifactor.artifact.rest;

import io.artifactor.artifact.Verification;
import io.artifactor.artifact.batch.LibrarySweep;
import io.artifactor.artifact.batch.SweepReport;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.regex.Pattern;
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
@Tag(name = "Administration")
public class CareResource {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}|");

    @EJB private LibrarySweep sweep;
    @Inject private Verification verification;
    @Inject private AuditLog audit;
    @Inject private CurrentCaller caller;

    @POST
    @Path("/purge")
    @Operation(
            summary = "Sweep the trash and the store now",
            description =
                    "Does what the server does every hour: removes artifacts the trash has let go"
                            + " of, content nothing refers to, and files of broken writes. Stops"
                            + " after 20 seconds; ask again until `complete`.")
    @APIResponse(
            responseCode = "200",
            description = "What was removed, and how much a legal hold kept")
    public SweepReport purge(
            @QueryParam("thorough")
                    @Parameter(
                            description =
                                    "Whether to look at every file of the store too, and to count"
                                            + " again what users and workspaces have")
                    @Nullable Boolean thorough) {
        audit.append(AuditEvent.by(caller.get(), "sweep-started", "library:all"));
        return sweep.sweep(LONGEST, Boolean.TRUE.equals(thorough));
    }

    @POST
    @Path("/verify")
    @Operation(
            summary = "Check the whole store",
            description =
                    "Reads all stored content again, compares its SHA-256 and shows it to the"
                            + " malware scanner, if there is one, in the order of the digests, for 20 seconds; go on with `after` until `next` is null.")
    @APIResponse(responseCode = "200", description = "What was checked, and what is wrong")
    @APIResponse(responseCode = "400", description = "`after` is no SHA-256")
    public StoreCheckResponse verify(
            @QueryParam("after") @Parameter(description = "`next` of the answer before")
                    @Nullable String after) {
        String from = after == null ? "" : after;
        if (!DIGEST.matcher(from).matches()) {
            throw Problem.invalid("after", "must be a SHA-256 in lower-case hexadecimal digits.");
        }
        audit.append(AuditEvent.by(caller.get(), "store-check-started", "library:all"));
        return StoreCheckResponse.of(verification.verifyStore(from, LONGEST));
    }
}
