package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which version of an artifact is meant. */
final class VersionChoice {

    @Option(names = "--version", paramLabel = "N", description = "This version, not the current.")
    private @Nullable Long version;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "On this branch (its newest version without --version).")
    private @Nullable String branch;

    /** Finds what is asked for: the artifact itself, or one of its versions. */
    Chosen of(ArtifactorClient client, UUID id) {
        String path = "/artifacts/" + id;
        JsonNode artifact = client.get(path);
        if (version == null && branch == null) {
            return new Chosen("artifact", artifact, artifact, path + "/content");
        }
        Versions versions = new Versions(client, artifact);
        String line = branch == null ? versions.currentBranch() : branch;
        JsonNode chosen =
                version == null ? versions.newest(line) : versions.numbered(line, version);
        String content = path + "/versions/" + Json.text(chosen, "id") + "/content";
        return new Chosen("version", artifact, chosen, content);
    }

    /**
     * What was found.
     *
     * @param what the document is: artifact or version
     * @param content path of the content under the API
     */
    record Chosen(String what, JsonNode artifact, JsonNode document, String content) {

        Download download(ArtifactorClient client) {
            return new Download(client, content, Json.text(document, "sha256"));
        }
    }
}
