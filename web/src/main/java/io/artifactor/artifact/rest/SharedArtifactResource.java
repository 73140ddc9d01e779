package io.artifactor.artifact.rest;

import io.artifactor.artifact.SharedArtifact;
import io.artifactor.artifact.SharedArtifacts;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.web.NotReplayed;
import io.artifactor.web.RateLimits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a share link opens, for guests: nobody signs in, and a token makes no difference. */
@Path("/share/{secret}")
@NotReplayed
@RequestScoped
@PermitAll
@Tag(name = "Sharing")
public class SharedArtifactResource {

    private static final String TICKET = "Share-Ticket";
    private static final String OF_SECRET = "The secret of the link, as it was shown once";
    private static final String OF_TICKET = "What was given for the password, if there is one";

    @Inject private SharedArtifacts shared;
    @Inject private Downloads downloads;
    @Inject private RateLimits limits;
    @Inject private HttpServletRequest request;

    @GET
    @SecurityRequirements
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getShared",
            summary = "Look at what a share link opens",
            description = "Before the password is given, only that one is needed.")
    @APIResponse(
            responseCode = "200",
            description = "What it opens",
            content = @Content(schema = @Schema(implementation = SharedArtifactResponse.class)))
    @APIResponse(responseCode = "404", description = "It opens nothing, or was revoked")
    @APIResponse(responseCode = "410", description = "It has expired or is used up")
    public SharedArtifactResponse get(
            @PathParam("secret") @Parameter(description = OF_SECRET) String secret,
            @HeaderParam(TICKET) @Parameter(description = OF_TICKET) @Nullable String ticket) {
        return SharedArtifactResponse.of(shared.get(secret, Optional.ofNullable(ticket)));
    }

    @GET
    @Path("/content")
    @SecurityRequirements
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadShared",
            summary = "Download what a share link opens",
            description =
                    "Takes `Range`, `If-Range` and `If-None-Match`. Counts as a download when it"
                            + " begins at the beginning; of a link that may be downloaded a number of"
                            + " times, every part counts.")
    @APIResponse(
            responseCode = "200",
            description = "The content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part asked for")
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "403", description = "The password has to be given first")
    @APIResponse(responseCode = "404", description = "It opens nothing, or was revoked")
    @APIResponse(responseCode = "410", description = "It has expired or is used up")
    @APIResponse(responseCode = "416", description = "The range begins behind the end")
    public Response download(
            @PathParam("secret") @Parameter(description = OF_SECRET) String secret,
            @HeaderParam(TICKET) @Parameter(description = OF_TICKET) @Nullable String ticket) {
        SharedArtifact found = unlocked(secret, ticket);
        return downloads.answer(
                Download.of(found.version(), found.artifact().fileName(), false),
                sent -> shared.count(found, sent.first() == 0));
    }

    @HEAD
    @Path("/content")
    @SecurityRequirements
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "headShared",
            summary = "Ask about what a share link opens without downloading it",
            description = "Its size, type, digest and tag. Is no download.")
    @APIResponse(responseCode = "200", description = "The headers of the download")
    @APIResponse(responseCode = "403", description = "The password has to be given first")
    @APIResponse(responseCode = "404", description = "It opens nothing, or was revoked")
    @APIResponse(responseCode = "410", description = "It has expired or is used up")
    public Response head(
            @PathParam("secret") @Parameter(description = OF_SECRET) String secret,
            @HeaderParam(TICKET) @Parameter(description = OF_TICKET) @Nullable String ticket) {
        SharedArtifact found = unlocked(secret, ticket);
        return downloads.answer(Download.of(found.version(), found.artifact().fileName(), false));
    }

    private SharedArtifact unlocked(String secret, @Nullable String ticket) {
        SharedArtifact found = shared.get(secret, Optional.ofNullable(ticket));
        if (found.locked()) {
            throw new Problem(
                    ProblemCode.LINK_LOCKED,
                    "Give the password with POST /api/v1/share/{secret}/unlock first, and send the"
                            + " ticket as Share-Ticket.");
        }
        return found;
    }

    @POST
    @Path("/unlock")
    @SecurityRequirements
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "unlockShared",
            summary = "Give the password of a share link",
            description =
                    "For a ticket that is good for a quarter of an hour. Guessing gets slower with"
                            + " every failure.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            content = @Content(schema = @Schema(implementation = UnlockResponse.class)))
    @APIResponse(responseCode = "403", description = "The password is wrong")
    @APIResponse(responseCode = "404", description = "It opens nothing, or was revoked")
    @APIResponse(responseCode = "410", description = "It has expired or is used up")
    public UnlockResponse unlock(
            @PathParam("secret") @Parameter(description = OF_SECRET) String secret,
            UnlockRequest body) {
        if (body.password() == null || body.password().isEmpty()) {
            throw Problem.invalid("password", "is missing.");
        }
        return UnlockResponse.of(
                shared.unlock(secret, body.password(), limits.countedNetwork(request)));
    }
}
