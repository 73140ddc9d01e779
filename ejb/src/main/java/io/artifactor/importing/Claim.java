package io.artifactor.importing;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The right to work on one import, held by one job on one server. It is lost when its server is
 * silent for too long; whoever lost it writes nothing any more.
 *
 * @param token new for each claim
 * @param interrupted the batch execution of the job that held it before, if one did
 */
public record Claim(ImportId importId, UUID token, OptionalLong interrupted) {

    public Claim {
        Objects.requireNonNull(importId, "importId");
        Objects.requireNonNull(token, "token");
    }
}
