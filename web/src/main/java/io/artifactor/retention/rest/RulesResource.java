package io.artifactor.retention.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.retention.AgeRule;
import io.artifactor.retention.RetentionRules;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All rules of age. */
@Path("/retention-rules")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "Rules by which old things go, day by day")
public class RulesResource {

    @Inject private CurrentCaller caller;
    @Inject private RetentionRules rules;

    @GET
    @Operation(
            operationId = "listRetentionRules",
            summary = "List the rules of age",
            description =
                    "Those of the workspaces you own, the last made first; to administrators and"
                            + " auditors all of them.")
    @APIResponse(responseCode = "200", description = "One page of them")
    public ListDocument<RuleResponse> list(@BeanParam PageParameters paging) {
        return ListDocument.of(rules.page(caller.get(), paging.request()), RuleResponse::of);
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addRetentionRule",
            summary = "Make a rule of age",
            description =
                    "What arrived so many days ago, and all else it says applies to, goes. For one"
                            + " workspace by its owners, for all by administrators. It first acts"
                            + " at the next day's run, or when somebody has it run. What is under"
                            + " a legal hold stays.")
    @APIResponse(
            responseCode = "201",
            description = "Made; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = RuleResponse.class)))
    @APIResponse(responseCode = "400", description = "Something is missing or not valid")
    @APIResponse(responseCode = "403", description = "It takes an owner, or an administrator")
    @APIResponse(responseCode = "404", description = "There is no such workspace for the caller")
    public Response add(RuleRequest body) {
        AgeRule made = rules.add(caller.get(), body.draft());
        return RuleAnswers.of(Response.created(URI.create("retention-rules/" + made.id())), made);
    }
}
