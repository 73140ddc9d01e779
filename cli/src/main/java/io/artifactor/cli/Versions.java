package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The versions of an artifact, found by how people call them. */
record Versions(ArtifactorClient client, JsonNode artifact) {

    String currentBranch() {
        return Json.text(artifact, "branch");
    }

    /**
     * The id of a version.
     *
     * @param name its number on the current branch, {@code BRANCH:NUMBER}, or the id itself
     */
    String named(String name) {
        int colon = name.lastIndexOf(':');
        String number = name.substring(colon + 1);
        if (!number.matches("[0-9]{1,18}")) {
            return name;
        }
        String branch = colon < 0 ? currentBranch() : name.substring(0, colon);
        return Json.text(numbered(branch, Long.parseLong(number)), "id");
    }

    JsonNode numbered(String branch, long number) {
        for (JsonNode version : of(branch)) {
            if (Json.number(version, "number") == number) {
                return version;
            }
        }
        throw missing("There is no version %d on branch '%s'".formatted(number, branch));
    }

    JsonNode newest(String branch) {
        List<JsonNode> versions = of(branch);
        if (versions.isEmpty()) {
            throw missing("There is no branch '%s'".formatted(branch));
        }
        return versions.getFirst();
    }

    /** The one before the newest of a branch. */
    JsonNode beforeNewest(String branch) {
        List<JsonNode> versions = of(branch);
        if (versions.size() < 2) {
            throw missing("There is nothing before the newest version on '%s'".formatted(branch));
        }
        return versions.get(1);
    }

    /** Those of a branch, the newest first. */
    private List<JsonNode> of(String branch) {
        List<JsonNode> found = new ArrayList<>();
        String path = "/artifacts/" + Json.text(artifact, "id") + "/versions";
        new Pages(client, path, Query.none().with("branch", branch), Long.MAX_VALUE)
                .each(page -> page.path("items").forEach(found::add));
        found.sort(
                Comparator.comparingLong((JsonNode version) -> Json.number(version, "number"))
                        .reversed());
        return found;
    }

    private Failure missing(String words) {
        return new Failure(
                ExitCode.NOT_FOUND,
                "%s; `artifactor versions %s` lists them"
                        .formatted(words, Json.text(artifact, "id")));
    }
}
