package io.artifactor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file with a secret in it: its owner's alone from the moment it exists, and not believed once
 * others may read it. Where files have no such permissions, their folder has to protect them.
 */
record SecretFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OF_THE_OWNER =
            PosixFilePermissions.fromString("rwx------");

    /** Makes an empty one where no file is. */
    static SecretFile create(Path path) {
        try {
            if (posix()) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createFile(path);
            }
            return new SecretFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(ExitCode.FAILED, "There is a file %s already".formatted(path), e);
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FAILED, "There is no folder for " + path, e);
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot write %s: %s".formatted(path, e), e);
        }
    }

    void write(String secret) {
        try {
            Files.writeString(path, secret + "\n");
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot write %s: %s".formatted(path, e), e);
        }
    }

    /** The first line of it, whatever characters it has. */
    String line() {
        requireOwnersAlone();
        try {
            String line =
                    Files.readString(path, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new Failure(ExitCode.FAILED, "There is no password in " + path);
            }
            return line;
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot read %s: %s".formatted(path, e), e);
        }
    }

    /** The token in it. */
    String read() {
        requireOwnersAlone();
        try {
            String secret = Files.readString(path, StandardCharsets.UTF_8).strip();
            if (secret.isEmpty() || !secret.matches("[\\x21-\\x7e]+")) {
                throw new Failure(ExitCode.FORBIDDEN, "There is no token in " + path);
            }
            return secret;
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FORBIDDEN, "There is no file %s".formatted(path), e);
        } catch (IOException e) {
            throw new Failure(ExitCode.FORBIDDEN, "Cannot read %s: %s".formatted(path, e), e);
        }
    }

    /** Refuses a secret that is none any more. */
    void requireOwnersAlone() {
        if (openToOthers()) {
            throw new Failure(
                    ExitCode.FORBIDDEN,
                    "Others on this machine may read %s, so that it is not used; run: chmod 600 %s"
                            .formatted(path, path));
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot remove %s: %s".formatted(path, e), e);
        }
    }

    private boolean openToOthers() {
        try {
            if (!posix() || !Files.exists(path)) {
                return false;
            }
            Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
            open.addAll(Files.getPosixFilePermissions(path));
            open.removeAll(OF_THE_OWNER);
            return !open.isEmpty();
        } catch (IOException e) {
            throw new Failure(ExitCode.FORBIDDEN, "Cannot examine %s: %s".formatted(path, e), e);
        }
    }

    static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
