package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir Path temporary;
    private DataFolder folder;

    @BeforeEach
    void createFolder() {
        folder = new DataFolder(temporary);
        folder.create();
    }

    @Test
    void aSecondLauncherIsRefusedUntilTheFirstIsGone() {
        try (FolderLock first = FolderLock.acquire(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(temporary.toString());
        }

        FolderLock.acquire(folder).close();
    }

    @Test
    void theLockNamesTheProcessThatHoldsIt() throws IOException {
        FolderLock lock = FolderLock.acquire(folder);

        assertThat(Files.readString(folder.lock()))
                .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
        lock.close();
    }
}
