package io.artifactor.identity.rest;

import io.artifactor.identity.FactorDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A second factor that waits for its first code. */
@Schema(name = "SecondFactorDraft")
public record FactorDraftResponse(
        @Schema(
                        description = "In base32, to be typed into an app",
                        examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
                String secret,
        @Schema(
                        description = "The same for an app to open",
                        examples =
                                "otpauth://totp/Artifactor:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Artifactor&algorithm=SHA1&digits=6&period=30")
                String uri,
        @Schema(description = "The same as a QR code, in SVG", examples = "<svg/>") String qr) {

    static FactorDraftResponse of(FactorDraft draft) {
        return new FactorDraftResponse(draft.secret(), draft.uri(), draft.picture());
    }

    @Override
    public String toString() {
        return "FactorDraftResponse[]";
    }
}
