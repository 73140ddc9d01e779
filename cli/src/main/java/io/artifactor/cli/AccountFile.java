package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where the account is remembered: {@code artifactor/account.json} in the user's configuration
 * folder. Only its owner may read it, from the moment it exists.
 */
final class AccountFile {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private final Path file;

    private AccountFile(Path file) {
        this.file = file;
    }

    /**
     * In the folder, one for each profile.
     *
     * @param folder of this command's configuration
     */
    static AccountFile of(Path folder, Profile profile) {
        String name = profile.isUsual() ? "account" : "account-" + profile.name();
        return new AccountFile(folder.resolve(name + ".json"));
    }

    Path path() {
        return file;
    }

    Optional<Account> read() {
        try {
            JsonNode stored = Json.parse(Files.readAllBytes(file));
            return Optional.of(
                    new Account(
                            ServerAddress.of(Json.text(stored, "server")),
                            Json.text(stored, "username"),
                            Json.text(stored, "token"),
                            Json.text(stored, "tokenId"),
                            Json.text(stored, "deviceToken")));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | Failure e) {
            throw new Failure(
                    ExitCode.FAILED,
                    "%s cannot be read (%s); remove it and sign in again"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Replaces the file as a whole, so that a crash leaves the old one or the new one. */
    void write(Account account) {
        JsonNode document =
                Json.object()
                        .put("server", account.server().toString())
                        .put("username", account.username())
                        .put("token", account.token())
                        .put("tokenId", account.tokenId())
                        .put("deviceToken", account.deviceToken());
        try {
            Path folder = folder();
            Path fresh = folder.resolve("fresh-" + UUID.randomUUID() + ".json");
            try {
                SecretFile.create(fresh);
                try (OutputStream out =
                        Files.newOutputStream(fresh, StandardOpenOption.TRUNCATE_EXISTING)) {
                    out.write(Json.bytes(document));
                }
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    private Path folder() throws IOException {
        Path folder = file.resolveSibling("").toAbsolutePath().normalize();
        Files.createDirectories(folder);
        if (SecretFile.posix()) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
        return folder;
    }
}
