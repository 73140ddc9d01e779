package io.artifactor.bench;

import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much memory the parts of a stack occupy, what they share counted once. */
final class Memory {
    private Memory() {}

    /** In megabytes, by the part's name; empty where the system does not tell. */
    static Map<String, Double> of(Stack stack) {
        Map<String, Double> memory = new TreeMap<>();
        for (Part part : Part.values()) {
            Optional<ProcessHandle> process = ProcessHandle.of(stack.pid(part));
            if (process.isPresent()) {
                try (Stream<ProcessHandle> below = process.get().descendants()) {
                    double total =
                            Stream.concat(process.stream(), below)
                                    .mapToLong(each -> kilobytes(each.pid()))
                                    .sum();
                    memory.put(part.name().toLowerCase(Locale.ROOT), total / 1024);
                }
            }
        }
        return memory;
    }

    private static long kilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
