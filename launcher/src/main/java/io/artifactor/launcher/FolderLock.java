package io.artifactor.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second launcher away from a data folder. The lock belongs to the process: the kernel
 * releases it however the process ends, so there is no stale lock to clean up.
 */
final class FolderLock implements AutoCloseable {
    /**
     * Locks held by this process. Asked first, because a process that opens and closes a file it
     * holds a lock on loses the lock.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock acquire(DataFolder folder) {
        Path file = folder.lock().toAbsolutePath().normalize();
        if (!HELD_HERE.add(file)) {
            throw inUse(folder, "of this same process");
        }
        try {
            FolderLock lock = lock(file);
            if (lock != null) {
                return lock;
            }
            HELD_HERE.remove(file);
            throw inUse(folder, "with process id " + Files.readString(file).strip());
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new StartFailure("The lock " + file + " cannot be taken: " + e, e);
        }
    }

    /** Null when another process holds it, as {@link FileChannel#tryLock} has it. */
    private static @Nullable FolderLock lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        byte[] pid =
                String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid));
        return new FolderLock(file, channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartFailure("The lock " + file + " cannot be released: " + e, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static StartFailure inUse(DataFolder folder, String who) {
        return new StartFailure(
                "Another launcher (%s) is running on the data folder %s. Stop it first, or choose another folder with --data."
                        .formatted(who, folder.root()));
    }
}
