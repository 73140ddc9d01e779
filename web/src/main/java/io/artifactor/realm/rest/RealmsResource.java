package io.artifactor.realm.rest;

import io.artifactor.realm.RealmSettings;
import io.artifactor.web.ListDocument;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sign-in page offers beside the accounts here. */
@Path("auth/realms")
@PermitAll
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class RealmsResource {

    @Inject private RealmSettings settings;

    @GET
    @SecurityRequirements
    @Operation(
            operationId = "listRealms",
            summary = "The realms elsewhere that people can sign in through",
            description = "None unless the operator configured one; accounts here always can.")
    @APIResponse(responseCode = "200", description = "All of them")
    public ListDocument<RealmResponse> list() {
        return ListDocument.whole(
                settings.configured().entrySet().stream()
                        .map(entry -> RealmResponse.of(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
