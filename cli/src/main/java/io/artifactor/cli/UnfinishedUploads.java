package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers uploads that were begun, so that the same command, given again after a break, goes on
 * with them. Knows an upload by its content and by what is said of it: a file that changed begins
 * anew. Losing these notes costs nothing but time, so that failures here are no failures.
 */
final class UnfinishedUploads {

    /** Servers forget unfinished uploads sooner than this. */
    private static final Duration KEPT = Duration.ofDays(31);

    private final Path folder;

    private UnfinishedUploads(Path folder) {
        this.folder = folder;
    }

    /**
     * By the XDG rules: {@code XDG_STATE_HOME} when it is set and absolute, else ~/.local/state.
     */
    static UnfinishedUploads of(Map<String, String> environment, Path home) {
        Path chosen = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        Path state = chosen.isAbsolute() ? chosen : home.resolve(".local").resolve("state");
        return new UnfinishedUploads(state.resolve("artifactor").resolve("uploads"));
    }

    /** The name under which an upload is remembered. */
    static String key(ServerAddress server, Map<String, String> metadata) {
        MessageDigest digest = Sha256.start();
        digest.update((server + "\n" + metadata).getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }

    Optional<String> find(String key) {
        try {
            JsonNode note = Json.parse(Files.readAllBytes(folder.resolve(key + ".json")));
            String id = Json.text(note, "upload");
            return id.matches("[0-9a-fA-F-]{36}") ? Optional.of(id) : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    void remember(String key, String id) {
        try {
            Files.createDirectories(folder);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            forgetOld();
            Files.write(folder.resolve(key + ".json"), Json.bytes(Json.object().put("upload", id)));
        } catch (IOException notThisTime) {
            return;
        }
    }

    void forget(String key) {
        try {
            Files.deleteIfExists(folder.resolve(key + ".json"));
        } catch (IOException notThisTime) {
            return;
        }
    }

    private void forgetOld() throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(KEPT));
        List<Path> notes;
        try (Stream<Path> all = Files.list(folder)) {
            notes = all.toList();
        }
        for (Path note : notes) {
            if (Files.getLastModifiedTime(note).compareTo(limit) < 0) {
                Files.deleteIfExists(note);
            }
        }
    }
}
