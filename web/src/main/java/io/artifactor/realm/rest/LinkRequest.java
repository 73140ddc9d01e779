package io.artifactor.realm.rest;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose account somebody of a realm is to use. */
@Schema(name = "RealmIdentityLink", requiredProperties = "userId")
public record LinkRequest(@Nullable UUID userId) {

    UserId user() {
        if (userId == null) {
            throw Problem.invalid("userId", "must name the account.");
        }
        return new UserId(userId);
    }
}
