package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.cli.ArtifactorClient.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Brings one file into the library: at once, or a large one in pieces. */
final class Deposit {

    /** From this size on, a break should not cost what was sent before it. */
    static final long LARGE = 8L * 1024 * 1024;

    private final ArtifactorClient client;
    private final Terminal terminal;
    private final ResumableTransfer transfer;

    Deposit(ArtifactorClient client, Surroundings surroundings, Duration patience) {
        this.client = client;
        this.terminal = surroundings.terminal();
        this.transfer = new ResumableTransfer(client, surroundings, patience);
    }

    /**
     * Sends the file.
     *
     * @param name of the file as the library shall know it; may be empty
     * @return the artifact
     * @throws IOException when the file cannot be read
     */
    JsonNode send(Path file, String name, PutWishes wishes) throws IOException {
        String digest = Sha256.of(file);
        if (Files.size(file) < LARGE) {
            return atOnce(file, name, wishes, digest);
        }
        Map<String, String> metadata = new LinkedHashMap<>(wishes.metadata(name));
        metadata.put("sha256", digest);
        try (Progress progress = Progress.of(terminal, "Upload")) {
            return transfer.send(file, metadata, progress);
        }
    }

    private JsonNode atOnce(Path file, String name, PutWishes wishes, String digest)
            throws IOException {
        BodyPublisher body =
                Files.size(file) == 0 ? BodyPublishers.noBody() : BodyPublishers.ofFile(file);
        Answer answer =
                client.send(
                        "POST",
                        "/artifacts/upload",
                        wishes.query(name),
                        body,
                        "Content-Type",
                        "application/octet-stream",
                        "Repr-Digest",
                        Sha256.header(digest),
                        ArtifactorClient.IDEMPOTENCY_KEY,
                        UUID.randomUUID().toString());
        return answer.status() == 200 ? broughtBack(answer.body(), wishes) : answer.body();
    }

    /**
     * The same file lay in the trash and came back as it was, so that the wishes are still open.
     */
    private JsonNode broughtBack(JsonNode artifact, PutWishes wishes) {
        terminal.note("Brought back from the trash: " + Json.text(artifact, "title"));
        ObjectNode change = wishes.change();
        Set<String> tags = new LinkedHashSet<>();
        artifact.path("tags").forEach(tag -> tags.add(tag.asText()));
        if (tags.addAll(wishes.tags())) {
            ArrayNode all = change.putArray("tags");
            tags.forEach(all::add);
        }
        if (change.isEmpty()) {
            return artifact;
        }
        String seen = "\"%d\"".formatted(Json.number(artifact, "revision"));
        return client.change("/artifacts/" + Json.text(artifact, "id"), seen, change);
    }
}
