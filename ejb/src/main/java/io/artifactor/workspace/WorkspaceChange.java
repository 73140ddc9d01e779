package io.artifactor.workspace;

import org.jspecify.annotations.Nullable;

/** What to change about a workspace; what is absent stays as it is. */
public record WorkspaceChange(
        @Nullable String name, @Nullable String description, @Nullable Boolean archived) {

    public WorkspaceChange {
        name = name == null ? null : WorkspaceTexts.name(name);
        description = description == null ? null : WorkspaceTexts.description(description);
    }

    boolean describes() {
        return name != null || description != null;
    }
}
