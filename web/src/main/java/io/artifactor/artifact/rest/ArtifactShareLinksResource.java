package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.IssuedShareLink;
import io.artifactor.artifact.ShareLinks;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** The share links of an artifact. */
@Path("/artifacts/{id}/share-links")
@NotReplayed
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing", description = "Links that open one artifact to whoever has them")
public class ArtifactShareLinksResource {

    @Inject private CurrentCaller caller;
    @Inject private ShareLinks links;

    @GET
    @Operation(
            operationId = "listShareLinks",
            summary = "List the share links of an artifact",
            description = "Whoever made them, the newest first; without their secrets.")
    @APIResponse(responseCode = "200", description = "All links that are not revoked")
    @APIResponse(responseCode = "403", description = "The caller may not share the artifact")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public ListDocument<ShareLinkResponse> list(@PathParam("id") UUID id) {
        return ListDocument.whole(
                links.list(caller.get(), new ArtifactId(id)).stream()
                        .map(ShareLinkResponse::of)
                        .toList());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createShareLink",
            summary = "Make a link that opens the artifact to whoever has it",
            description =
                    "The answer shows the secret and the address, once. The link is good as long as"
                            + " you may share the artifact yourself.")
    @APIResponse(
            responseCode = "201",
            description = "Made; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = ShareLinkResponse.class)))
    @APIResponse(responseCode = "403", description = "The caller may not share the artifact")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "409", description = "It has 100 links already")
    public Response create(@PathParam("id") UUID id, ShareLinkRequest body) {
        IssuedShareLink issued = links.create(caller.get(), new ArtifactId(id), body.draft());
        return Response.created(URI.create("share-links/" + issued.link().id()))
                .tag(ShareLinkTag.of(issued.link()))
                .entity(ShareLinkResponse.of(issued))
                .build();
    }
}
