package io.artifactor.hold.rest;

import io.artifactor.hold.Holds;
import io.artifactor.hold.LegalHold;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All legal holds. */
@Path("/holds")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal holds", description = "What nobody may remove until the hold is released")
public class HoldsResource {

    @Inject private CurrentCaller caller;
    @Inject private Holds holds;

    @GET
    @Operation(
            operationId = "listHolds",
            summary = "List the legal holds",
            description =
                    "The newest first, with those that were released. For administrators and"
                            + " auditors.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "The state or the cursor is not valid")
    public ListDocument<HoldResponse> list(
            @QueryParam("state")
                    @Parameter(
                            description = "Only those that hold, or those that were released",
                            schema = @Schema(enumeration = {"active", "released"}))
                    @Nullable String state,
            @BeanParam PageParameters paging) {
        return ListDocument.of(
                holds.page(caller.get(), released(state), paging.request()), HoldResponse::of);
    }

    private static Optional<Boolean> released(@Nullable String state) {
        return switch (state) {
            case null -> Optional.empty();
            case "active" -> Optional.of(false);
            case "released" -> Optional.of(true);
            default -> throw Problem.invalid("state", "must be active or released.");
        };
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeHold",
            summary = "Place a legal hold",
            description =
                    "From the answer on nothing of it can be removed: every attempt is refused with"
                            + " the code `on-hold`. What comes to a held place is held too, and"
                            + " what leaves it stays held. Adding and editing stay allowed. For"
                            + " administrators.")
    @APIResponse(
            responseCode = "201",
            description = "Placed; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = HoldResponse.class)))
    @APIResponse(responseCode = "400", description = "Something is missing, or is not there")
    @APIResponse(responseCode = "503", description = "Too much is being removed; try again")
    public Response place(NewHold body) {
        LegalHold placed = holds.place(caller.get(), body.draft());
        return HoldAnswers.of(Response.created(URI.create("holds/" + placed.id())), placed);
    }
}
