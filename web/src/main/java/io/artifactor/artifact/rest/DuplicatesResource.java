package io.artifactor.artifact.rest;

import io.artifactor.artifact.DuplicateGroup;
import io.artifactor.artifact.Duplicates;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.paging.Page;
import io.artifactor.problem.Problem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is in the library more than once. */
@Path("/artifacts/duplicates")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class DuplicatesResource {

    @Inject private CurrentCaller caller;
    @Inject private Duplicates duplicates;

    @GET
    @Operation(
            summary = "List duplicates",
            description =
                    "Groups of artifacts with the same content, or with texts that have at least 85 %"
                            + " of their phrases in common; those with the most bytes first. Texts"
                            + " are compared a moment after they were added.")
    @APIResponse(responseCode = "200", description = "A page of groups")
    @APIResponse(responseCode = "400", description = "The type or the cursor is not valid")
    public ListDocument<DuplicateGroupResponse> list(
            @QueryParam("type") @Parameter(description = "exact (as if absent) or near")
                    @Nullable String type,
            @BeanParam PageParameters paging) {
        Page<DuplicateGroup> page =
                switch (type == null || type.isEmpty() ? "exact" : type) {
                    case "exact" -> duplicates.sameContent(caller.get(), paging.request());
                    case "near" -> duplicates.similarText(caller.get(), paging.request());
                    default -> throw Problem.invalid("type", "must be exact or near.");
                };
        return ListDocument.of(page, DuplicateGroupResponse::of);
    }
}
