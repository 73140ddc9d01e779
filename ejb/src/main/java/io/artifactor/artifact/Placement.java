package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact belongs in its workspace and who reads it there, as somebody says it; for an
 * artifact that is there already, what is absent stays as it is.
 *
 * @param workspace the one to be in; the caller's own for a new artifact if absent
 * @param folder the id of the folder; an empty text for none
 * @param category the id of the category; an empty text for none
 * @param tags all its tags
 * @param properties all its properties
 * @param visibility who reads it beside those it is granted to; the members of the workspace for a
 *     new artifact if absent
 */
public record Placement(
        @Nullable WorkspaceId workspace,
        @Nullable String folder,
        @Nullable String category,
        @Nullable List<String> tags,
        @Nullable Map<String, Object> properties,
        @Nullable Visibility visibility) {

    /** In whatever workspace it is. */
    public Placement(
            @Nullable String folder,
            @Nullable String category,
            @Nullable List<String> tags,
            @Nullable Map<String, Object> properties) {
        this(null, folder, category, tags, properties, null);
    }

    /** Nothing said. */
    public static final Placement NONE = new Placement(null, null, null, null);

    /** In a folder, or nothing said. */
    public static Placement in(@Nullable String folder) {
        return new Placement(folder, null, null, null);
    }

    /** The same in the workspace with that id, if the text is one and not empty. */
    public Placement withinNamed(@Nullable String workspaceId) {
        return within(
                FolderChange.id("workspaceId", workspaceId == null ? "" : workspaceId)
                        .map(WorkspaceId::new)
                        .orElse(null));
    }

    /** The same in that workspace, if one is named. */
    public Placement within(@Nullable WorkspaceId named) {
        return new Placement(named, folder, category, tags, properties, visibility);
    }

    /** The same read by those of that {@link Visibility#id}, if one is named. */
    public Placement readBy(@Nullable String named) {
        Visibility readers = named == null ? null : TextRules.visibility(named);
        return new Placement(workspace, folder, category, tags, properties, readers);
    }
}
