package io.artifactor.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The folder that holds all that must survive a restart. It is created for its owner alone. */
final class DataFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;

    DataFolder(Path root) {
        this.root = root;
    }

    void create() {
        requirePlainPath();
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, OWNER_ONLY);
            }
            createPrivate(secrets());
            Files.createDirectories(logs());
            Files.createDirectories(work());
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be used (%s). Choose another with --data or ARTIFACTOR_DATA."
                            .formatted(root, e),
                    e);
        }
    }

    /**
     * The server unpacks the application below this folder, and Flyway looks for the path of a
     * migration in its address, where a space has become %20.
     */
    private void requirePlainPath() {
        String address = root.toFile().toURI().getRawPath();
        if (!address.replaceAll("/$", "").equals(root.toString().replaceAll("/$", ""))) {
            throw new StartFailure(
                    "The path of the data folder, %s, has a space or another special character in it. Choose another with --data or ARTIFACTOR_DATA."
                            .formatted(root));
        }
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** The application server's working files: transaction log, LTPA keys, caches. */
    Path work() {
        return root.resolve("work");
    }

    Path postgres() {
        return root.resolve("postgresql");
    }

    Path elasticsearch() {
        return root.resolve("elasticsearch");
    }

    /**
     * Written by the application at its first start, removed once the administrator has chosen a
     * password.
     */
    Path firstPassword() {
        return root.resolve("first-password");
    }

    Path lock() {
        return root.resolve("launcher.lock");
    }

    Path children() {
        return root.resolve("launcher.children");
    }

    Path secretFile(String name) {
        return secrets().resolve(name);
    }

    /** What a part says goes there. */
    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /**
     * A random password, made at the first call and the same ever after. It is on the disk before
     * it is used anywhere: a crash in between must not lock us out. The parts that share one start
     * at the same time, so only one of them makes it.
     */
    synchronized String secret(String name) throws IOException {
        Path file = secretFile(name);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Path unfinished = secrets().resolve(name + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_FILE));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    private Path secrets() {
        return root.resolve("secrets");
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
    }
}
