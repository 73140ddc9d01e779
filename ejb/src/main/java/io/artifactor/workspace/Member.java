package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import java.time.Instant;

/** A member of a workspace, as the others see them. */
public record Member(
        UserId user, String username, String displayName, WorkspaceRole role, Instant since) {}
