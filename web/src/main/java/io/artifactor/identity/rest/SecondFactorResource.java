package io.artifactor.identity.rest;

import io.artifactor.identity.Caller;
import io.artifactor.identity.SecondFactors;
import io.artifactor.identity.SessionKey;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own second factor; a personal token changes nothing of it. */
@Path("auth/second-factor")
@NotReplayed
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class SecondFactorResource {

    @Inject private SecondFactors factors;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "getSecondFactor",
            summary = "The caller's second factor",
            description =
                    "Since when there is one, of which kinds, and how many recovery codes are"
                            + " left.")
    @APIResponseSchema(value = FactorResponse.class, responseCode = "200")
    public FactorResponse get() {
        return FactorResponse.of(factors.stateOf(current.get()));
    }

    @POST
    @Operation(
            operationId = "beginSecondFactor",
            summary = "Begin to set up one-time codes",
            description =
                    "Gives the secret for an app that makes one-time codes (RFC 6238). Nothing is"
                            + " asked until its first code was sent to `confirmation`, within an"
                            + " hour; beginning again makes another secret. Who has a security key gives"
                            + " it, or a recovery code, beside the password. Needs a sign-in.")
    @APIResponseSchema(value = FactorDraftResponse.class, responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "The password or the second factor is not right, or missing")
    @APIResponse(
            responseCode = "409",
            description = "There are some already, or the account has no password here")
    public FactorDraftResponse begin(FactorProofRequest request) {
        current.session();
        return FactorDraftResponse.of(
                factors.begin(
                        current.get(),
                        Given.text("password", request.password()),
                        Given.factor(request.code(), request.key())));
    }

    @POST
    @Path("confirmation")
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Switch one-time codes on with the first of them",
            description =
                    "From then on signing in with the password takes a code as well. If there"
                            + " was no second factor before, the caller's other sign-ins end, and"
                            + " recovery codes are shown, in this answer only. Needs a sign-in.")
    @APIResponseSchema(value = RecoveryCodesResponse.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "The code is not right")
    @APIResponse(responseCode = "409", description = "None waits for its first code")
    public RecoveryCodesResponse confirm(OneTimeCodeRequest request) {
        SessionKey here = current.session();
        Caller caller = current.get();
        return new RecoveryCodesResponse(
                factors.confirm(caller, here, Given.text("code", request.code())));
    }

    @POST
    @Path("recovery-codes")
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Make new recovery codes",
            description =
                    "Those before are void. They are shown in this answer only. Needs a sign-in.")
    @APIResponseSchema(value = RecoveryCodesResponse.class, responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "The password or the second factor is not right, or missing")
    @APIResponse(responseCode = "409", description = "There is no second factor")
    public RecoveryCodesResponse renew(FactorProofRequest request) {
        current.session();
        return new RecoveryCodesResponse(
                factors.renewCodes(
                        current.get(),
                        Given.text("password", request.password()),
                        Given.factor(request.code(), request.key())));
    }

    @POST
    @Path("removal")
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Remove one-time codes",
            description =
                    "Security keys stay. Without any, the password is enough then, unless the"
                            + " configuration asks for a second factor. Needs a sign-in.")
    @APIResponse(responseCode = "204", description = "There are none any more")
    @APIResponse(
            responseCode = "400",
            description = "The password or the second factor is not right, or missing")
    @APIResponse(responseCode = "409", description = "There are none")
    public void remove(FactorProofRequest request) {
        current.session();
        factors.remove(
                current.get(),
                Given.text("password", request.password()),
                Given.factor(request.code(), request.key()));
    }
}
