package io.artifactor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Content on its way from the server to a file: whole and right, or not there at all.
 *
 * @param path of the content under the API
 * @param sha256 the digest its document names, used when the content comes without one
 */
record Download(ArtifactorClient client, String path, String sha256) {

    /** Writes beside the target first, and renames when everything arrived as promised. */
    void toFile(Path target, boolean replace) {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(target);
        }
        if (Files.isDirectory(target)) {
            throw new Failure(ExitCode.FAILED, target + " is a folder");
        }
        Path part = target.resolveSibling(".artifactor-" + UUID.randomUUID() + ".part");
        try {
            try {
                fetch(part, StandardOpenOption.CREATE_NEW);
                move(part, target, replace);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(target);
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FAILED, "There is no folder for " + target, e);
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot write %s: %s".formatted(target, e), e);
        }
    }

    /**
     * Keeps the content aside until its digest is known to be right: what reads the other end of
     * the pipe never sees content that is not. A terminal gets it with escape sequences shown.
     */
    void toStandardOutput(Terminal terminal) {
        try {
            Path part = Files.createTempFile("artifactor-", ".part");
            try {
                fetch(part, StandardOpenOption.TRUNCATE_EXISTING);
                if (terminal.screen().interactive()) {
                    show(part, terminal);
                } else {
                    Files.copy(part, terminal.bytes());
                    terminal.bytes().flush();
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "Cannot write the content: " + e.getMessage(), e);
        }
    }

    private void fetch(Path part, StandardOpenOption opening) throws IOException {
        try (Content content = client.content(path);
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE, opening)) {
            String promised = content.promised().orElse(sha256);
            String arrived = content.copyTo(out);
            if (!promised.isEmpty() && !promised.equalsIgnoreCase(arrived)) {
                throw new Failure(
                        ExitCode.FAILED,
                        "The content is not what the server promised (SHA-256 %s, expected %s); nothing was kept"
                                .formatted(arrived, promised));
            }
        }
    }

    private static void move(Path part, Path target, boolean replace) throws IOException {
        if (replace) {
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(part, target);
        }
    }

    private static void show(Path part, Terminal terminal) throws IOException {
        char[] buffer = new char[8192];
        String carried = "";
        try (InputStream in = Files.newInputStream(part);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                boolean split = count > 0 && Character.isHighSurrogate(buffer[count - 1]);
                int whole = split ? count - 1 : count;
                terminal.text(carried + new String(buffer, 0, whole));
                carried = split ? String.valueOf(buffer[whole]) : "";
            }
        }
    }

    private static Failure exists(Path target) {
        return new Failure(ExitCode.FAILED, target + " is there already; --force replaces it");
    }
}
