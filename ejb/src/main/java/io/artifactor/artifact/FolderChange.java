package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a folder; what is absent stays as it is.
 *
 * @param parent the id of the folder to lie in; an empty text for the top
 */
public record FolderChange(@Nullable String name, @Nullable String parent) {

    public FolderChange {
        name = name == null ? null : NameRules.folder(name);
    }

    String newName(Folder folder) {
        return name == null ? folder.name() : name;
    }

    Optional<FolderId> newParent(Folder folder) {
        return parent == null ? folder.parent() : id("parentId", parent).map(FolderId::new);
    }

    /** The id in a field in which an empty text means none. */
    static Optional<UUID> id(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return Optional.of(id);
            }
        } catch (IllegalArgumentException refusedBelow) {
            // An abbreviated id and no id at all are refused alike.
        }
        throw Problem.invalid(field, "must be an id, or empty for none.");
    }
}
