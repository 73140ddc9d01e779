package io.artifactor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a file that is put into the library; what is absent the server finds out.
 *
 * @param workspace the id of the workspace it is to be in; the caller's own if empty
 * @param folder the id of the folder it is to lie in; the top if empty
 * @param category the id of its category
 */
record PutWishes(
        Texts texts,
        Optional<String> workspace,
        Optional<String> folder,
        Optional<String> category,
        List<String> tags) {

    PutWishes {
        tags = List.copyOf(tags);
    }

    /** The same in another folder. */
    PutWishes in(Optional<String> other) {
        return new PutWishes(texts, workspace, other, category, tags);
    }

    /** As parameters of a request that sends the file at once. */
    Query query(String fileName) {
        return Query.none()
                .with("fileName", fileName.isEmpty() ? null : fileName)
                .with("title", texts.title())
                .with("description", texts.description())
                .with("kind", texts.kind())
                .with("language", texts.language())
                .with("visibility", texts.visibility())
                .with("workspaceId", workspace.orElse(null))
                .with("folderId", folder.orElse(null))
                .with("categoryId", category.orElse(null))
                .withEach("tag", tags);
    }

    /** As metadata of an upload in pieces. */
    Map<String, String> metadata(String fileName) {
        Map<String, String> metadata = new LinkedHashMap<>();
        put(metadata, "filename", fileName);
        put(metadata, "title", texts.title());
        put(metadata, "description", texts.description());
        put(metadata, "kind", texts.kind());
        put(metadata, "language", texts.language());
        put(metadata, "visibility", texts.visibility());
        put(metadata, "workspaceId", workspace.orElse(null));
        put(metadata, "folderId", folder.orElse(null));
        put(metadata, "categoryId", category.orElse(null));
        put(metadata, "tags", String.join("\n", tags));
        return metadata;
    }

    /** As a change of an artifact that came back from the trash, where it lay somewhere else. */
    ObjectNode change() {
        ObjectNode change = Json.object();
        if (texts.title() != null) {
            change.put("title", texts.title());
        }
        if (texts.description() != null) {
            change.put("description", texts.description());
        }
        if (texts.visibility() != null) {
            change.put("visibility", texts.visibility());
        }
        folder.ifPresent(id -> change.put("folderId", id));
        category.ifPresent(id -> change.put("categoryId", id));
        return change;
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            metadata.put(name, value);
        }
    }

    /** What people read about it, and who they are. */
    record Texts(
            @Nullable String title,
            @Nullable String description,
            @Nullable String kind,
            @Nullable String language,
            @Nullable String visibility) {}
}
