package io.artifactor.importing;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;

/** Where an import goes: into which workspace, for whom, and by which choices. */
record ImportTarget(
        WorkspaceId workspace,
        UserId user,
        String fileName,
        ImportMode mode,
        ImportOptions options) {

    static ImportTarget of(ImportRun run) {
        return new ImportTarget(
                run.workspace(), run.user(), run.fileName(), run.mode(), run.options());
    }
}
