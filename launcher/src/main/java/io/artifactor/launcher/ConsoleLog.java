package io.artifactor.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file to which a child appends what it says. Beyond a size, what there is is kept beside it,
 * instead of what was kept there before; the child goes on in the same file.
 */
final class ConsoleLog {
    static final long LARGEST_BYTES = 10 * 1024 * 1024;
    private static final int LONGEST_TAIL_BYTES = 64 * 1024;

    private final Path path;
    private volatile long start;

    private ConsoleLog(Path path, long start) {
        this.path = path;
        this.start = start;
    }

    /** For a child that starts now. */
    static ConsoleLog at(Path path) throws IOException {
        return new ConsoleLog(path, Files.exists(path) ? Files.size(path) : 0);
    }

    Path path() {
        return path;
    }

    /** What this run has said so far, at most the last 64 kB. */
    String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(start, file.length() - LONGEST_TAIL_BYTES);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + path + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /**
     * Makes room if it is larger. What is said in the very moment may be lost, because the child
     * holds the file open.
     *
     * @throws IOException if there is no room for both; nothing was taken away then
     */
    void limit(long largest) throws IOException {
        if (Files.notExists(path) || Files.size(path) <= largest) {
            return;
        }
        Path before = Path.of(path.toString().replaceFirst("\\.log$", ".1.log"));
        Files.copy(path, before, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
        start = 0;
    }
}
