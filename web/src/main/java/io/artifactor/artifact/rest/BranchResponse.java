package io.artifactor.artifact.rest;

import io.artifactor.artifact.Branch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A branch as the interface shows it. */
@Schema(name = "Branch")
public record BranchResponse(
        @Schema(examples = "main") String name,
        @Schema(description = "Whether its newest version is the artifact's current one")
                boolean current,
        @Schema(description = "How many versions it has") long versions,
        @Schema(description = "Its newest version") VersionResponse head) {

    public static BranchResponse of(Branch branch) {
        return new BranchResponse(
                branch.name(),
                branch.current(),
                branch.versions(),
                VersionResponse.of(branch.head()));
    }
}
