package io.artifactor.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Codes that stand in for a one-time code, each once. */
@Schema(name = "RecoveryCodes")
public record RecoveryCodesResponse(
        @Schema(
                        description =
                                "Shown in this answer only; keep them where the phone is not. Empty for"
                                        + " who has some since an earlier second factor")
                List<String> recoveryCodes) {

    public RecoveryCodesResponse {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
        return "RecoveryCodesResponse[]";
    }
}
