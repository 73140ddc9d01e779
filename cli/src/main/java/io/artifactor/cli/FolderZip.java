package io.artifactor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the files of a folder into a zip. */
final class FolderZip {

    private FolderZip() {}

    /**
     * Packs the files into the target, which exists.
     *
     * @throws IOException when a file cannot be read any more or the target not be written
     */
    static void pack(FileTree tree, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Path file : tree.files()) {
                add(entries, tree.nameOf(file), file);
            }
        }
    }

    private static void add(ZipOutputStream entries, String name, Path file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        entries.putNextEntry(entry);
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(entries);
        }
        entries.closeEntry();
    }
}
