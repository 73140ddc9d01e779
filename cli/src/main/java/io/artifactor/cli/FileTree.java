package io.artifactor.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The files in a folder and below. Symbolic links are left out, because they lead to what was not
 * meant, and so are the folders of version control and everything that is no plain file.
 */
final class FileTree extends SimpleFileVisitor<Path> {

    private static final Set<String> VERSION_CONTROL =
            Set.of(".git", ".hg", ".svn", ".bzr", ".jj", "CVS", "_darcs");

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();
    private long left;

    private FileTree(Path folder) {
        this.folder = folder;
    }

    static FileTree of(Path folder) throws IOException {
        FileTree tree = new FileTree(folder);
        Files.walkFileTree(folder, tree);
        Collections.sort(tree.files);
        return tree;
    }

    /** In the order of their names. */
    List<Path> files() {
        return files;
    }

    /** The steps from the folder to a file in it, with slashes between. */
    String nameOf(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** Says what is not among the files. */
    void warn(Terminal terminal) {
        unreadable.forEach(file -> terminal.note("Warning: left out, may not be read: " + file));
        if (left > 0) {
            terminal.note("Left out (symbolic links, special files): %d".formatted(left));
        }
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
}
