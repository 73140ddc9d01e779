package io.artifactor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be imported: the user's own, or one packed from a folder for the while.
 *
 * @param name what the server is told it is called
 */
record ImportSource(Path file, String name, boolean temporary) implements AutoCloseable {

    /** Complains about what cannot be imported, before anything is sent. */
    static void check(Path path) {
        if (!Files.exists(path)) {
            throw Failure.usage("There is no file or folder " + path);
        }
        if (!Files.isReadable(path)) {
            throw Failure.usage(path + " may not be read");
        }
        if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw Failure.usage(path + " is neither a file nor a folder");
        }
    }

    static ImportSource of(Path path, Terminal terminal) throws IOException {
        Path real = path.toRealPath();
        Path name =
                path.getFileName() == null || Files.isDirectory(path)
                        ? real.getFileName()
                        : path.getFileName();
        if (!Files.isDirectory(real)) {
            return new ImportSource(real, String.valueOf(name), false);
        }
        return packed(real, name == null ? "folder" : name.toString(), terminal);
    }

    private static ImportSource packed(Path folder, String name, Terminal terminal)
            throws IOException {
        Path target = Files.createTempFile("artifactor-", ".zip");
        ImportSource source = new ImportSource(target, name + ".zip", true);
        try {
            target.toFile().deleteOnExit();
            FileTree tree = FileTree.of(folder);
            tree.warn(terminal);
            if (tree.files().isEmpty()) {
                throw new Failure(ExitCode.FAILED, "There is nothing to import in " + folder);
            }
            FolderZip.pack(tree, target);
            return source;
        } catch (IOException | Failure e) {
            source.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}
