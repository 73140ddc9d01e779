package io.artifactor.identity;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that only the server's own account may read, from their first moment on. */
final class PrivateFiles {

    private PrivateFiles() {}

    static void createDirectory(@Nullable Path directory) throws IOException {
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, only(Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE)));
        }
    }

    /** A complete, durable file next to {@code target}, for the caller to link or move there. */
    static Path writeBeside(Path target, byte[] content) throws IOException {
        Path directory = Objects.requireNonNull(target.toAbsolutePath().getParent());
        Path beside =
                Files.createTempFile(
                        directory, ".new-", ".tmp", only(Set.of(OWNER_READ, OWNER_WRITE)));
        try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        return beside;
    }

    /** Writes the file or replaces it, in one step for whoever looks. */
    static void write(Path target, byte[] content) throws IOException {
        createDirectory(target.toAbsolutePath().getParent());
        Files.move(
                writeBeside(target, content),
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
