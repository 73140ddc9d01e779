package io.artifactor.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a {@code .txz} without needing {@code xz} on the machine. */
final class Archive {
    private static final Set<PosixFilePermission> PROGRAM =
            PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PLAIN =
            PosixFilePermissions.fromString("rw-r--r--");

    private final Path file;

    Archive(Path file) {
        this.file = file;
    }

    /**
     * Unpacks beside the target and renames: an interrupted run leaves no half target, and of two
     * launchers that unpack at the same time the slower one uses what the faster one made.
     */
    void unpackTo(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("Nothing can be unpacked as " + target);
        }
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, target.getFileName() + ".");
        try {
            Files.setPosixFilePermissions(unfinished, PROGRAM);
            unpackInto(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            Folders.delete(unfinished);
        }
    }

    private void unpackInto(Path folder) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException(
                            file + " names a file outside of itself: " + entry.getName());
                }
                unpackEntry(tar, entry, path);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, program ? PROGRAM : PLAIN);
    }
}
