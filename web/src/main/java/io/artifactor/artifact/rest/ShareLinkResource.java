package io.artifactor.artifact.rest;

import io.artifactor.artifact.ShareLink;
import io.artifactor.artifact.ShareLinkId;
import io.artifactor.artifact.ShareLinks;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.CurrentState;
import io.artifactor.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One share link, for those who may share what it opens. */
@Path("/share-links/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class ShareLinkResource {

    @Inject private CurrentCaller caller;
    @Inject private ShareLinks links;

    @GET
    @Operation(
            operationId = "getShareLink",
            summary = "Read a share link",
            description = "`ETag` holds its revision and how often it was downloaded.")
    @APIResponse(
            responseCode = "200",
            description = "The link, without its secret",
            content = @Content(schema = @Schema(implementation = ShareLinkResponse.class)))
    @APIResponse(responseCode = "403", description = "The caller may not share the artifact")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public Response get(@PathParam("id") UUID id) {
        return answer(links.get(caller.get(), new ShareLinkId(id)));
    }

    @PATCH
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeShareLink",
            summary = "Change a share link",
            description =
                    "Its secret stays. A new password ends what guests opened with the one before."
                            + " Needs `If-Match` with the ETag read before; downloads in the"
                            + " meantime are no change.")
    @APIResponse(
            responseCode = "200",
            description = "The link as it is now",
            content = @Content(schema = @Schema(implementation = ShareLinkResponse.class)))
    @APIResponse(responseCode = "403", description = "The caller may not share the artifact")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ShareLinkPatch patch) {
        var expected = IfMatch.required(ifMatch);
        return CurrentState.shown(
                ShareLink.class,
                ShareLinkResponse::of,
                () ->
                        answer(
                                links.change(
                                        caller.get(),
                                        new ShareLinkId(id),
                                        expected,
                                        patch.change())));
    }

    @DELETE
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "revokeShareLink",
            summary = "Revoke a share link",
            description =
                    "For good: the next request with it finds nothing. Needs `If-Match`; `*` will"
                            + " do.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    @APIResponse(responseCode = "403", description = "The caller may not share the artifact")
    @APIResponse(responseCode = "404", description = "There is none the caller may see")
    public Response revoke(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var expected = IfMatch.required(ifMatch);
        return CurrentState.shown(
                ShareLink.class,
                ShareLinkResponse::of,
                () -> {
                    links.revoke(caller.get(), new ShareLinkId(id), expected);
                    return Response.noContent().build();
                });
    }

    private static Response answer(ShareLink link) {
        return Response.ok(ShareLinkResponse.of(link)).tag(ShareLinkTag.of(link)).build();
    }
}
