package io.artifactor.identity.rest;

import io.artifactor.identity.AddedKey;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a security key counts. */
@Schema(name = "AddedSecurityKey")
public record AddedKeyResponse(
        UUID id,
        @Schema(
                        description =
                                "Each good once; empty for who has some since an earlier second"
                                        + " factor",
                        examples = "[\"k2p9x-7mw4h-3tq8c-n5vzd-8rb6y\"]")
                List<String> recoveryCodes) {

    public AddedKeyResponse {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    static AddedKeyResponse of(AddedKey added) {
        return new AddedKeyResponse(added.id(), added.recoveryCodes());
    }

    @Override
    public String toString() {
        return "AddedKeyResponse[]";
    }
}
