package io.artifactor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a folder into a zip, file by file. Symbolic links are left out, because they lead to what
 * was not meant, and so are the folders of version control and everything that is no plain file.
 */
final class FolderZip extends SimpleFileVisitor<Path> {

    private static final Set<String> VERSION_CONTROL =
            Set.of(".git", ".hg", ".svn", ".bzr", ".jj", "CVS", "_darcs");

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();
    private long left;

    private FolderZip(Path folder) {
        this.folder = folder;
    }

    /**
     * Packs the folder into the target, which exists.
     *
     * @throws IOException when a file cannot be read any more or the target not be written
     */
    static FolderZip pack(Path folder, Path target) throws IOException {
        FolderZip zip = new FolderZip(folder);
        Files.walkFileTree(folder, zip);
        Collections.sort(zip.files);
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Path file : zip.files) {
                zip.add(entries, file);
            }
        }
        return zip;
    }

    int fileCount() {
        return files.size();
    }

    /** Symbolic links and special files. */
    long leftOut() {
        return left;
    }

    List<Path> unreadable() {
        return unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        boolean skipped =
                !visited.equals(folder)
                        && VERSION_CONTROL.contains(String.valueOf(visited.getFileName()));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            left++;
        } else if (Files.isReadable(file)) {
            files.add(file);
        } else {
            unreadable.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
        unreadable.add(file);
        return FileVisitResult.CONTINUE;
    }

    private void add(ZipOutputStream entries, Path file) throws IOException {
        String name =
                folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        entries.putNextEntry(entry);
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(entries);
        }
        entries.closeEntry();
    }
}
