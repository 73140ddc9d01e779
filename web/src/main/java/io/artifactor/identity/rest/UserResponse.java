package io.artifactor.identity.rest;

import io.artifactor.identity.CreatedUser;
import io.artifactor.identity.Role;
import io.artifactor.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user's account; a password only in the answer that generates it. */
@Schema(name = "User")
public record UserResponse(
        UUID id,
        String username,
        String displayName,
        @Nullable String email,
        List<String> roles,
        boolean active,
        boolean passwordChangeRequired,
        @Schema(description = "Whether signing in with the password takes a code as well")
                boolean secondFactor,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Shown once, when it was generated") @Nullable String password,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static UserResponse of(User user, boolean secondFactor) {
        return of(user, secondFactor, null);
    }

    static UserResponse of(CreatedUser created) {
        return of(created.user(), false, created.generatedPassword().orElse(null));
    }

    private static UserResponse of(User user, boolean secondFactor, @Nullable String password) {
        return new UserResponse(
                user.id().value(),
                user.username(),
                user.displayName(),
                user.email().orElse(null),
                user.roles().stream().map(Role::id).sorted().toList(),
                user.isActive(),
                user.mustChangePassword(),
                secondFactor,
                user.createdAt(),
                user.updatedAt(),
                password,
                user.revision());
    }

    @Override
    public String toString() {
        return "UserResponse[" + id + "]";
    }
}
