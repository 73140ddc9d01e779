package io.artifactor.identity.rest;

import io.artifactor.identity.KeyOffer;
import io.artifactor.identity.KeyReference;
import io.artifactor.identity.KeyRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a browser is to ask of a security key that is to be added. */
@Schema(
        name = "SecurityKeyOffer",
        description = "For `navigator.credentials.create`, with bytes in base64url")
public record KeyOfferResponse(
        Site rp,
        Account user,
        @Schema(
                        description = "Good once",
                        examples = "dGhpcyBpcyBhIGNoYWxsZW5nZSBvZiB0aGlydHktdHdvIQ")
                String challenge,
        List<Algorithm> pubKeyCredParams,
        @Schema(description = "In milliseconds", examples = "300000") long timeout,
        List<KeyReferenceResponse> excludeCredentials,
        Selection authenticatorSelection,
        @Schema(description = "Nothing is asked of its maker", examples = "none")
                String attestation) {

    private static final String PRODUCT = "Artifactor";

    /** To what the key will be bound. */
    @Schema(name = "SecurityKeySite")
    public record Site(
            @Schema(examples = "library.example.com") String id,
            @Schema(examples = PRODUCT) String name) {}

    /** As a browser shows it. */
    @Schema(name = "SecurityKeyAccount")
    public record Account(
            @Schema(
                            description = "By what the key knows the account",
                            examples = "AaH9K_THeBa8S-hiCQu_Qg")
                    String id,
            @Schema(examples = "ada") String name,
            @Schema(examples = "Ada Lovelace") String displayName) {}

    /** One that will do. */
    @Schema(name = "SecurityKeyAlgorithm")
    public record Algorithm(
            @Schema(examples = KeyReference.TYPE) String type,
            @Schema(description = "Its number in COSE", examples = "-7") long alg) {}

    /** Which authenticators are asked. */
    @Schema(name = "SecurityKeySelection")
    public record Selection(
            @Schema(description = "The password names the account", examples = "discouraged")
                    String residentKey,
            @Schema(examples = KeyRequest.USER_VERIFICATION) String userVerification) {}

    static KeyOfferResponse of(KeyOffer offer) {
        return new KeyOfferResponse(
                new Site(offer.site(), PRODUCT),
                new Account(offer.user(), offer.username(), offer.displayName()),
                offer.challenge(),
                offer.algorithms().stream()
                        .map(number -> new Algorithm(KeyReference.TYPE, number))
                        .toList(),
                offer.time().toMillis(),
                KeyReferenceResponse.each(offer.known()),
                new Selection("discouraged", KeyRequest.USER_VERIFICATION),
                "none");
    }

    @Override
    public String toString() {
        return "KeyOfferResponse[]";
    }
}
