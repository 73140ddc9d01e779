package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds folders and categories by what people call them. */
final class Places {

    /** What the server calls the place of what lies in no folder. */
    static final String TOP = "root";

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ArtifactorClient client;

    Places(ArtifactorClient client) {
        this.client = client;
    }

    /** The id of a folder given by its id or its path; empty for {@code /}, the top. */
    Optional<String> folder(String text) {
        String path = text.replaceAll("^/+|/+$", "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ID.matcher(path).matches() ? path : find("/folders", "path", path, "folder"));
    }

    /** The id of a category given by its id or its name. */
    String category(String text) {
        return ID.matcher(text).matches() ? text : find("/categories", "name", text, "category");
    }

    private String find(String list, String field, String wanted, String what) {
        String key = wanted.toLowerCase(Locale.ROOT);
        for (JsonNode item : client.get(list).path("items")) {
            if (Json.text(item, field).toLowerCase(Locale.ROOT).equals(key)) {
                return Json.text(item, "id");
            }
        }
        throw new Failure(ExitCode.NOT_FOUND, "There is no %s %s".formatted(what, wanted));
    }
}
