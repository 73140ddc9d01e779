package io.artifactor.workspace.rest;

import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceRole;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that says what a member is. */
@Schema(name = "MemberRole")
public record MemberRole(
        @Schema(
                        required = true,
                        examples = "editor",
                        description = "owner, admin, editor or viewer")
                @Nullable String role) {

    WorkspaceRole given() {
        return given(role);
    }

    static WorkspaceRole given(@Nullable String role) {
        return Optional.ofNullable(role)
                .flatMap(WorkspaceRole::find)
                .orElseThrow(
                        () -> Problem.invalid("role", "must be owner, admin, editor or viewer."));
    }
}
