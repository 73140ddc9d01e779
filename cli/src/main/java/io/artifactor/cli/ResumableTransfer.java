package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends a large file in pieces, by tus 1.0.0. After a break it asks the server how much is there
 * and goes on from that; a later run of the same command does so too.
 */
final class ResumableTransfer {

    private static final long PIECE = 16L * 1024 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Somewhere else than we think, or a broken request of ours is not over yet. */
    private static final Set<Integer> PASSING = Set.of(409, 423);

    /** Signing in or waiting mends these; what was sent stays good. */
    private static final Set<Integer> NOT_FINAL = Set.of(401, 403, 429, 507);

    private final ArtifactorClient client;
    private final Surroundings surroundings;
    private final UnfinishedUploads unfinished;
    private final Duration patience;

    /**
     * @param patience how long the server may be away
     */
    ResumableTransfer(ArtifactorClient client, Surroundings surroundings, Duration patience) {
        this.client = client;
        this.surroundings = surroundings;
        this.unfinished = UnfinishedUploads.of(surroundings.environment(), surroundings.home());
        this.patience = patience;
    }

    /**
     * Sends the file.
     *
     * @param metadata with the digest of the whole under {@code sha256}
     * @return the artifact it became
     */
    JsonNode send(Path file, Map<String, String> metadata, Progress progress) throws IOException {
        long size = Files.size(file);
        String key = UnfinishedUploads.key(client.server(), metadata);
        String id = goneOnWith(key, size).orElseGet(() -> begun(key, size, metadata));
        try {
            String artifact = sent(new Outgoing(file, size, "/uploads/" + id), progress);
            unfinished.forget(key);
            return client.get("/artifacts/" + artifact);
        } catch (ServerProblem refused) {
            if (!refused.temporary() && !NOT_FINAL.contains(refused.status())) {
                unfinished.forget(key);
            }
            throw refused;
        }
    }

    /** An upload an earlier run left unfinished, if the server still has it. */
    private Optional<String> goneOnWith(String key, long size) {
        Optional<String> before = unfinished.find(key);
        if (before.isEmpty()) {
            return before;
        }
        try {
            JsonNode state = client.get("/uploads/" + before.get());
            boolean usable = Json.number(state, "length") == size && !Json.flag(state, "finished");
            if (usable) {
                surroundings
                        .terminal()
                        .note(
                                "Going on where it broke off: %s of %s are there."
                                        .formatted(
                                                Sizes.text(Json.number(state, "offset")),
                                                Sizes.text(size)));
            }
            return usable ? before : Optional.empty();
        } catch (ServerProblem expired) {
            if (expired.status() != 404) {
                throw expired;
            }
            return Optional.empty();
        }
    }

    private String begun(String key, long size, Map<String, String> metadata) {
        String said =
                metadata.entrySet().stream()
                        .map(pair -> pair.getKey() + " " + base64(pair.getValue()))
                        .collect(Collectors.joining(","));
        JsonNode upload =
                client.send(
                                "POST",
                                "/uploads",
                                Query.none(),
                                BodyPublishers.noBody(),
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Length",
                                String.valueOf(size),
                                "Upload-Metadata",
                                said)
                        .body();
        String id = Json.text(upload, "id");
        unfinished.remember(key, id);
        return id;
    }

    /** Sends piece after piece until the server has made an artifact of them. */
    private String sent(Outgoing outgoing, Progress progress) {
        Duration waited = Duration.ZERO;
        Duration pause = FIRST_PAUSE;
        long furthest = -1;
        while (true) {
            try {
                JsonNode state = client.get(outgoing.path());
                if (Json.flag(state, "finished")) {
                    return artifact(state);
                }
                long offset = Json.number(state, "offset");
                if (offset > furthest) {
                    furthest = offset;
                    waited = Duration.ZERO;
                    pause = FIRST_PAUSE;
                }
                outgoing.send(client, offset, progress);
            } catch (Failure failure) {
                if (!passing(failure)) {
                    throw failure;
                }
                if (waited.compareTo(patience) >= 0) {
                    throw new Failure(
                            failure.exitCode(),
                            failure.text()
                                    + " The same command again goes on where this broke off.",
                            failure);
                }
                surroundings.terminal().note("%s Trying again.".formatted(failure.text()));
                surroundings.pause().accept(pause);
                waited = waited.plus(pause);
                pause = longer(pause);
            }
        }
    }

    private static String artifact(JsonNode state) {
        String id = Json.text(state, "artifactId");
        if (id.isEmpty()) {
            throw new Failure(
                    ExitCode.NOT_FOUND, "The artifact was deleted as soon as it was made");
        }
        return id;
    }

    private static boolean passing(Failure failure) {
        if (failure instanceof ServerProblem refused) {
            int status = refused.status();
            return PASSING.contains(status) || (refused.temporary() && status != 507);
        }
        return failure.temporary();
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file on its way.
     *
     * @param path of the upload at the server
     */
    private record Outgoing(Path file, long size, String path) {

        /** Sends the piece that begins there; at the end an empty one, which makes the artifact. */
        void send(ArtifactorClient client, long offset, Progress progress) {
            long length = Math.min(PIECE, size - offset);
            BodyPublisher body =
                    length == 0
                            ? BodyPublishers.noBody()
                            : BodyPublishers.fromPublisher(
                                    BodyPublishers.ofInputStream(() ->
                                            new Piece(
                                                    open(offset), offset, length, size, progress)),
                                    length);
            client.send(
                    "PATCH",
                    path,
                    Query.none(),
                    body,
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Offset",
                    String.valueOf(offset),
                    "Content-Type",
                    "application/offset+octet-stream");
        }

        private InputStream open(long offset) {
            try {
                InputStream content = Files.newInputStream(file);
                content.skipNBytes(offset);
                return content;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }
}
