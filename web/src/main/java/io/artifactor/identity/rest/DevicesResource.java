package io.artifactor.identity.rest;

import io.artifactor.identity.Devices;
import io.artifactor.web.ListDocument;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The devices the caller's account knows; a personal token neither sees nor forgets them. */
@Path("auth/devices")
@NotReplayed
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class DevicesResource {

    @Inject private Devices devices;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listDevices",
            summary = "The devices the caller's account knows, the last seen first",
            description =
                    "Those that were given a `deviceToken` within half a year, at most fifty:"
                            + " guesses of others do not keep them waiting. Needs a sign-in.")
    @APIResponse(responseCode = "200", description = "All that are not forgotten")
    public ListDocument<DeviceResponse> list() {
        current.session();
        return ListDocument.whole(
                devices.listOf(current.get()).stream().map(DeviceResponse::of).toList());
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "forgetDevice",
            summary = "Forget a device",
            description =
                    "Its `deviceToken` is worth nothing any more. Who is signed in there stays so:"
                            + " end that with the sign-in. Needs a sign-in.")
    @APIResponse(responseCode = "204", description = "It is like any other device")
    @APIResponse(responseCode = "404", description = "The account knows no such device")
    public void forget(@PathParam("id") UUID id) {
        current.session();
        devices.forget(current.get(), id);
    }
}
