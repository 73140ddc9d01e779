package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds folders and categories by what people call them, and makes folders. */
final class Places {

    /** What the server calls the place of what lies in no folder. */
    static final String TOP = "root";

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ArtifactorClient client;
    private final Optional<String> home;
    private final Query workspace;
    private @Nullable Map<String, String> folders;

    /**
     * @param workspace whose folders and categories are meant; the caller's own if empty
     */
    Places(ArtifactorClient client, Optional<String> workspace) {
        this.client = client;
        this.home = workspace;
        this.workspace = Query.none().with("workspace", workspace.orElse(null));
    }

    /** The id of a folder given by its id or its path; empty for {@code /}, the top. */
    Optional<String> folder(String text) {
        String path = trimmed(text);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (ID.matcher(path).matches()) {
            return Optional.of(path);
        }
        String id = folders().get(key(path));
        if (id == null) {
            throw new Failure(ExitCode.NOT_FOUND, "There is no folder " + text);
        }
        return Optional.of(id);
    }

    /** The same, and the steps of the path that are not there are made. */
    Optional<String> madeFolder(String text) {
        String path = trimmed(text);
        if (path.isEmpty() || ID.matcher(path).matches()) {
            return folder(path);
        }
        String known = folders().get(key(path));
        if (known != null) {
            return Optional.of(known);
        }
        int slash = path.lastIndexOf('/');
        Optional<String> above = madeFolder(path.substring(0, Math.max(slash, 0)));
        return Optional.of(make(above, path.substring(slash + 1), path));
    }

    /** A folder below another one, made when it is not there; the other one may be the top. */
    Optional<String> madeBelow(Optional<String> above, String path) {
        if (path.isEmpty() || above.isEmpty()) {
            return path.isEmpty() ? above : madeFolder(path);
        }
        String top =
                folders().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(above.get()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() ->
                                new Failure(
                                        ExitCode.NOT_FOUND,
                                        "There is no folder " + above.get() + " of yours"));
        return madeFolder(top + "/" + path);
    }

    /** The id of a category given by its id or its name. */
    String category(String text) {
        if (ID.matcher(text).matches()) {
            return text;
        }
        for (JsonNode item : client.get("/categories", workspace).path("items")) {
            if (key(Json.text(item, "name")).equals(key(text))) {
                return Json.text(item, "id");
            }
        }
        throw new Failure(ExitCode.NOT_FOUND, "There is no category " + text);
    }

    private String make(Optional<String> above, String name, String path) {
        ObjectNode wish = Json.object().put("name", name);
        home.ifPresent(id -> wish.put("workspaceId", id));
        above.ifPresent(id -> wish.put("parentId", id));
        JsonNode made =
                client.send(
                                "POST",
                                "/folders",
                                Query.none(),
                                BodyPublishers.ofByteArray(Json.bytes(wish)),
                                "Content-Type",
                                "application/json",
                                ArtifactorClient.IDEMPOTENCY_KEY,
                                UUID.randomUUID().toString())
                        .body();
        String id = Json.text(made, "id");
        folders().put(key(path), id);
        return id;
    }

    /** By path, read once: many files may go into few folders. */
    private Map<String, String> folders() {
        Map<String, String> known = folders;
        if (known == null) {
            known = new HashMap<>();
            for (JsonNode item : client.get("/folders", workspace).path("items")) {
                known.put(key(Json.text(item, "path")), Json.text(item, "id"));
            }
            folders = known;
        }
        return known;
    }

    private static String trimmed(String path) {
        return path.strip().replaceAll("^/+|/+$", "").replaceAll("/{2,}", "/");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
