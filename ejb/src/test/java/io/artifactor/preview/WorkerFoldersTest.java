package io.artifactor.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerFoldersTest {

    @TempDir private Path parent;

    @Test
    void aFolderGoesWithAllThatIsInIt() throws IOException {
        WorkerFolders folders = new WorkerFolders(parent.resolve("workers"));
        Path folder = folders.create();
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "c");

        folders.delete(folder);

        assertThat(parent.resolve("workers")).isEmptyDirectory();
    }

    @Test
    void whatAKilledServerLeftGoesAndWhatIsInUseStays() throws IOException {
        WorkerFolders folders = new WorkerFolders(parent);
        Path folder = folders.create();

        folders.deleteLeft(Instant.now());
        assertThat(folder).isDirectory();
        folders.deleteLeft(Instant.now().plus(Duration.ofDays(2)));

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftWhereNothingWas() {
        Path absent = parent.resolve("absent");

        new WorkerFolders(absent).deleteLeft(Instant.now());

        assertThat(absent).doesNotExist();
    }
}
