package io.artifactor.activity.rest;

import io.artifactor.activity.Activities;
import io.artifactor.activity.ActivityFilter;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people did in the workspaces the caller may read. */
@RolesAllowed({"admin", "auditor", "user"})
@Path("/activity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity", description = "What people did")
public class ActivityResource {

    @Inject private CurrentCaller caller;
    @Inject private Activities activities;

    @GET
    @Operation(
            operationId = "listActivity",
            summary = "List what people did",
            description =
                    "The last first. What one person did of one kind within ten minutes is one line"
                            + " with its `count`; an import is one line, however much it brought.")
    @APIResponse(responseCode = "200", description = "A page of activity")
    @APIResponse(responseCode = "400", description = "A filter or the cursor is not valid")
    @APIResponse(responseCode = "404", description = "The caller may not read this workspace")
    public ListDocument<ActivityResponse> list(
            @QueryParam("workspace") @Parameter(description = "Only in this workspace")
                    @Nullable UUID workspace,
            @QueryParam("artifact") @Parameter(description = "Only of this artifact")
                    @Nullable UUID artifact,
            @QueryParam("actor") @Parameter(description = "Only by this user") @Nullable UUID actor,
            @BeanParam ActivityParameters what,
            @BeanParam PageParameters paging) {
        return ListDocument.of(
                activities.page(
                        caller.get(),
                        new ActivityFilter(
                                Optional.ofNullable(workspace),
                                Optional.ofNullable(artifact),
                                Optional.ofNullable(actor),
                                Optional.ofNullable(what.type),
                                ActivityFilter.Span.of(what.from, what.to)),
                        paging.request()),
                ActivityResponse::of);
    }
}
