package io.artifactor.outbox.rest;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.outbox.OutboxState;
import io.artifactor.problem.Problem;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What waits to be handed on, and what was given up. The outbox knows of no audit log, so the
 * transaction that holds both begins here.
 */
@Path("/admin/outbox")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration", description = "What keeps the product going, for administrators")
public class OutboxResource {

    @Inject private OutboxState outbox;
    @Inject private AuditLog audit;
    @Inject private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "getOutbox",
            summary = "What waits for each reader, and the rows that were given up",
            description = "An event waits there once for each reader that has not seen it.")
    @APIResponse(responseCode = "200", description = "The state of the outbox")
    public OutboxResponse state() {
        return OutboxResponse.of(outbox.backlogs(), outbox.parked());
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed("admin")
    @Operation(
            operationId = "retryOutboxRow",
            summary = "Try a row again that was given up",
            description = "As if it had never failed.")
    @APIResponse(responseCode = "204", description = "It will be tried at once")
    @APIResponse(responseCode = "404", description = "There is no such row")
    @Transactional
    public void retry(@PathParam("id") Long id) {
        if (!outbox.retry(id)) {
            throw Problem.notFound("parked row", id);
        }
        audit.append(AuditEvent.by(caller.get(), "outbox-row-retried", "outbox:" + id));
    }

    @GET
    @Path("/parked")
    @Operation(
            operationId = "listParkedRows",
            summary = "The rows that were given up",
            description = "Oldest first. What a reader could not take stops no other row.")
    @APIResponse(responseCode = "200", description = "A page of rows")
    public ListDocument<OutboxResponse.Parked> parked(@BeanParam PageParameters paging) {
        return ListDocument.of(outbox.parked(paging.request()), OutboxResponse.Parked::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "discardOutboxRow",
            summary = "Let go of a row that was given up",
            description = "Its reader never learns of what happened.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such row")
    @Transactional
    public void discard(@PathParam("id") Long id) {
        if (!outbox.discard(id)) {
            throw Problem.notFound("parked row", id);
        }
        audit.append(AuditEvent.by(caller.get(), "outbox-row-discarded", "outbox:" + id));
    }
}
