package io.artifactor.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The folders in which workers put what they need for a while, one for each. */
public record WorkerFolders(Path parent) {

    private static final Logger LOG = Logger.getLogger(WorkerFolders.class.getName());

    /** Longer than any worker lives: what is older was left by a server that was killed. */
    private static final Duration LEFT = Duration.ofDays(1);

    Path create() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(parent.toAbsolutePath()), "worker-");
    }

    /** Another server may use the same parent; so what is young stays. */
    void deleteLeft(Instant now) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(LEFT))) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "What workers left cannot be removed", e);
        }
    }

    void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> fromBelow = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : fromBelow) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The folder of a worker cannot be removed", e);
        }
    }
}
