package io.artifactor.realm.rest;

import io.artifactor.identity.UserId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.realm.RealmIdentities;
import io.artifactor.realm.RealmSwitch;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who came from realms elsewhere, and which account each of them uses. */
@Path("realm-identities")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Realms")
public class RealmIdentitiesResource {

    @Inject private RealmIdentities identities;
    @Inject private RealmSwitch realmSwitch;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listRealmIdentities",
            summary = "Who came from realms elsewhere",
            description =
                    "In the order in which they came. Whoever came with the name or the address of"
                            + " an account that was there waits until an administrator links them.")
    public ListDocument<RealmIdentityResponse> list(
            @Parameter(description = "Only those who wait to be linked")
                    @QueryParam("waiting")
                    @DefaultValue("false")
                    boolean waiting,
            @Parameter(description = "Only those who use the account of this user")
                    @QueryParam("userId")
                    @Nullable UUID user,
            @BeanParam PageParameters paging) {
        return ListDocument.of(
                identities.page(
                        current.get(),
                        waiting,
                        Optional.ofNullable(user).map(UserId::new),
                        paging.request()),
                RealmIdentityResponse::of);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRealmIdentity",
            summary = "One person of a realm",
            description = "As the realm described them when they came last.")
    @APIResponseSchema(value = RealmIdentityResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is nobody of this id")
    public RealmIdentityResponse get(@PathParam("id") UUID id) {
        return RealmIdentityResponse.of(identities.get(current.get(), id));
    }

    @POST
    @Path("plan")
    @Operation(
            operationId = "planRealmIdentities",
            summary = "What would become of people who are to come through a realm",
            description =
                    "Before a realm is switched: who has an account already, whose account each"
                            + " would be linked to and by what, who would get a new one, and where"
                            + " nobody can tell. In the order asked for; changes nothing.")
    @APIResponse(responseCode = "200", description = "Of each")
    public ListDocument<PlannedLinkResponse> plan(ExpectedIdentitiesRequest request) {
        return ListDocument.whole(
                realmSwitch.plan(current.get(), request.expected()).stream()
                        .map(PlannedLinkResponse::of)
                        .toList());
    }

    @POST
    @Path("apply")
    @RolesAllowed("admin")
    @Operation(
            operationId = "applyRealmIdentities",
            summary = "Let people who are to come through a realm use their accounts",
            description =
                    "Each line names the account an administrator confirmed. Each counts for"
                            + " itself: a conflict says why, and the others are linked.")
    @APIResponse(responseCode = "200", description = "Of each, in the order asked for")
    public ListDocument<PlannedLinkResponse> apply(ConfirmedIdentitiesRequest request) {
        return ListDocument.whole(
                realmSwitch.apply(current.get(), request.confirmed()).stream()
                        .map(PlannedLinkResponse::of)
                        .toList());
    }

    @PUT
    @Path("{id}/user")
    @RolesAllowed("admin")
    @Operation(
            operationId = "linkRealmIdentity",
            summary = "Let somebody of a realm use an account",
            description = "From their next sign-in on. Their sign-ins so far go on.")
    @APIResponseSchema(value = RealmIdentityResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is no such person, or no such account")
    @APIResponse(
            responseCode = "409",
            description = "Somebody else of the realm uses the account already")
    public RealmIdentityResponse link(@PathParam("id") UUID id, LinkRequest request) {
        return RealmIdentityResponse.of(identities.link(current.get(), id, request.user()));
    }

    @DELETE
    @Path("{id}/user")
    @RolesAllowed("admin")
    @Operation(
            operationId = "unlinkRealmIdentity",
            summary = "Let somebody of a realm no longer use their account",
            description = "The account stays; at their next sign-in they wait to be linked.")
    @APIResponse(responseCode = "204", description = "They have no account any more")
    @APIResponse(responseCode = "404", description = "There is nobody of this id")
    public void unlink(@PathParam("id") UUID id) {
        identities.unlink(current.get(), id);
    }
}
