package io.artifactor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Remembers in the data folder which children run, so that the next launcher can wait for those a
 * killed one left behind: PostgreSQL needs a moment to write its buffers. A process counts as ours
 * only if its start time matches too, since process ids are used again.
 */
final class Leftovers {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;
    private final Duration patience;

    Leftovers(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /** Writes down the children and what they started themselves. */
    void remember(Collection<Child> children) {
        List<String> lines = new ArrayList<>();
        for (Child child : children) {
            child.family()
                    .members()
                    .forEach(handle -> line(child.part(), handle).ifPresent(lines::add));
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be written: " + e, e);
        }
    }

    /** Waits until no child of an earlier run is left; ends those that do not end by themselves. */
    void clear(Progress progress) {
        for (String line : read()) {
            String[] fields = line.split(" ", -1);
            if (fields.length == 3) {
                find(Long.parseLong(fields[1]), Instant.ofEpochMilli(Long.parseLong(fields[2])))
                        .ifPresent(
                                handle -> end(Part.valueOf(fields[0]).title(), handle, progress));
            }
        }
    }

    private void end(String name, ProcessHandle handle, Progress progress) {
        progress.line(
                "Waiting for a process of an earlier run to end (%s, process id %d)"
                        .formatted(name, handle.pid()));
        Family family = new Family(List.of(handle));
        if (family.goneWithin(patience)) {
            return;
        }
        family.kill();
        if (!family.isGone()) {
            throw new StartFailure(
                    "Process %d of an earlier run (%s) does not end."
                            .formatted(handle.pid(), name));
        }
    }

    private static Optional<ProcessHandle> find(long pid, Instant started) {
        return ProcessHandle.of(pid)
                .filter(handle -> !new Family(List.of(handle)).isGone())
                .filter(handle ->
                        handle.info()
                                .startInstant()
                                .filter(actual ->
                                        Duration.between(actual, started)
                                                        .abs()
                                                        .compareTo(CLOCK_TOLERANCE)
                                                <= 0)
                                .isPresent());
    }

    private static Optional<String> line(Part part, ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(started -> part.name() + " " + handle.pid() + " " + started.toEpochMilli());
    }

    private List<String> read() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read: " + e, e);
        }
    }
}
