package io.artifactor.conversation.rest;

import io.artifactor.conversation.ConversationFilter;
import io.artifactor.conversation.Conversations;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
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

/** All conversations the caller may read. */
@Path("/conversations")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations", description = "Imported chats, as they were")
public class ConversationsResource {

    @Inject private CurrentCaller caller;
    @Inject private Conversations conversations;

    @GET
    @Operation(
            operationId = "listConversations",
            summary = "List conversations",
            description = "The last changed ones first. `Link` leads to the next page.")
    @APIResponse(responseCode = "200", description = "A page of conversations")
    @APIResponse(responseCode = "400", description = "A filter or the cursor is not valid")
    public ListDocument<ConversationResponse> list(
            @BeanParam Filters filters, @BeanParam PageParameters paging) {
        return ListDocument.of(
                conversations.page(caller.get(), filters.filter(), paging.request()),
                ConversationResponse::of);
    }

    /** The filters of the list, as query parameters. */
    public static class Filters {

        @QueryParam("source")
        @Parameter(description = "Only from this source", example = "chatgpt")
        @Nullable String source;

        @QueryParam("q")
        @Parameter(description = "Only with this in the title, in whatever case")
        @Nullable String q;

        @QueryParam("from")
        @Parameter(description = "Not changed before", example = "2026-01-01T00:00:00Z")
        @Nullable Instant from;

        @QueryParam("to")
        @Parameter(description = "Changed before", example = "2026-12-31T23:59:59Z")
        @Nullable Instant to;

        ConversationFilter filter() {
            return ConversationFilter.of(source, q, from, to);
        }
    }
}
