package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactGrant.Terms;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.Grantee;
import io.artifactor.artifact.Grants;
import io.artifactor.group.GroupId;
import io.artifactor.identity.Caller;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.web.ListDocument;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may read or edit one artifact without being a member of its workspace. */
@Path("/artifacts/{id}/grants")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class ArtifactGrantsResource {

    @Inject private CurrentCaller caller;
    @Inject private Grants grants;

    @GET
    @Operation(
            operationId = "listGrants",
            summary = "List what is granted on an artifact",
            description =
                    "To whom, in the order of their names; what ended is left out. Takes an editor"
                            + " of its workspace.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "403", description = "It takes an editor of its workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public ListDocument<GrantResponse> list(@PathParam("id") UUID id) {
        return ListDocument.whole(
                grants.of(caller.get(), new ArtifactId(id)).stream()
                        .map(GrantResponse::of)
                        .toList());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "grant",
            summary = "Grant an artifact to a user, a workspace or a group",
            description =
                    "In the place of what was granted to them before. Takes an editor of the"
                            + " artifact's workspace, and a member of the workspace it is granted"
                            + " to.")
    @APIResponse(responseCode = "200", description = "What is granted now")
    @APIResponse(
            responseCode = "400",
            description = "No such active user, no such role, or an end that is over")
    @APIResponse(responseCode = "403", description = "It takes an editor of its workspace")
    @APIResponse(responseCode = "404", description = "No such artifact, workspace or group")
    @APIResponse(responseCode = "409", description = "Too much is granted")
    public GrantResponse grant(@PathParam("id") UUID id, NewGrant body) {
        Terms terms = body.terms();
        Caller grantor = caller.get();
        ArtifactId artifact = new ArtifactId(id);
        if (body.workspaceId() != null) {
            WorkspaceId workspace = new WorkspaceId(body.workspaceId());
            return GrantResponse.of(grants.giveToWorkspace(grantor, artifact, workspace, terms));
        }
        if (body.groupId() != null) {
            GroupId group = new GroupId(body.groupId());
            return GrantResponse.of(grants.giveToGroup(grantor, artifact, group, terms));
        }
        String username = Objects.requireNonNull(body.username());
        return GrantResponse.of(grants.giveToUser(grantor, artifact, username, terms));
    }

    @DELETE
    @Path("/{kind}/{grantee}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "withdrawGrant",
            summary = "Take back what was granted",
            description = "Takes an editor of the artifact's workspace.")
    @APIResponse(responseCode = "204", description = "Nothing is granted to them any more")
    @APIResponse(responseCode = "403", description = "It takes an editor of its workspace")
    @APIResponse(responseCode = "404", description = "No such artifact, or nothing is granted")
    public void withdraw(
            @PathParam("id") UUID id,
            @PathParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"user", "workspace", "group"}))
                    String kind,
            @PathParam("grantee") @Parameter(description = "The id of whom it is granted to")
                    UUID grantee) {
        Grantee.Kind found =
                Grantee.Kind.find(kind)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.NOT_FOUND,
                                        "Grantees are of the kind user, workspace or group."));
        grants.withdraw(caller.get(), new ArtifactId(id), new Grantee(found, grantee));
    }
}
