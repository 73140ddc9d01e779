package io.artifactor.conversation.rest;

import io.artifactor.artifact.rest.ArtifactResponse;
import io.artifactor.conversation.ConversationId;
import io.artifactor.conversation.Conversations;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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

/** One conversation, its messages and what it produced. */
@Path("/conversations/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class ConversationResource {

    @Inject private CurrentCaller caller;
    @Inject private Conversations conversations;

    @GET
    @Operation(
            operationId = "getConversation",
            summary = "Read a conversation",
            description = "Its messages are a list of their own.")
    @APIResponse(responseCode = "200", description = "The conversation")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public ConversationResponse get(@PathParam("id") UUID id) {
        return ConversationResponse.of(conversations.get(caller.get(), new ConversationId(id)));
    }

    @GET
    @Path("/messages")
    @Operation(
            operationId = "listMessages",
            summary = "List a conversation's messages",
            description =
                    "In the order of the export, those of set-aside branches among them; without"
                            + " those the vendor kept from view.")
    @APIResponse(responseCode = "200", description = "A page of messages")
    @APIResponse(responseCode = "404", description = "There is no conversation the caller may read")
    public ListDocument<MessageResponse> messages(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                conversations.messages(caller.get(), new ConversationId(id), paging.request()),
                MessageResponse::of);
    }

    @GET
    @Path("/artifacts")
    @Operation(
            operationId = "listArtifactsOfConversation",
            summary = "List the artifacts a conversation produced",
            description = "The last changed ones first.")
    @APIResponse(responseCode = "200", description = "A page of artifacts")
    @APIResponse(responseCode = "404", description = "There is no conversation the caller may read")
    public ListDocument<ArtifactResponse> artifacts(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                conversations.artifacts(caller.get(), new ConversationId(id), paging.request()),
                ArtifactResponse::of);
    }

    @DELETE
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteConversation",
            summary = "Delete a conversation",
            description = "The artifacts it produced stay; importing it again does not restore it.")
    @APIResponse(responseCode = "204", description = "It is gone from lists and search")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "409", description = "It is under a legal hold")
    public void delete(@PathParam("id") UUID id) {
        conversations.delete(caller.get(), new ConversationId(id));
    }
}
