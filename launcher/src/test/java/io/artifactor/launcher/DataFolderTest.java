package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    @TempDir Path temporary;

    @Test
    void aSecretIsMadeOnceAndForItsOwnerAlone() throws IOException {
        DataFolder folder = folder();

        String secret = folder.secret("database");

        assertThat(secret)
                .matches("[0-9a-f]{48}")
                .isEqualTo(new DataFolder(folder.root()).secret("database"));
        assertThat(secret).isNotEqualTo(folder.secret("elasticsearch"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.secretFile("database"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void partsThatAskAtOnceGetTheSameSecret() throws Exception {
        DataFolder folder = folder();
        CyclicBarrier barrier = new CyclicBarrier(4);
        try (ExecutorService parts = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                String name = "shared-" + round;
                Callable<String> part =
                        () -> {
                            barrier.await();
                            return folder.secret(name);
                        };
                Set<String> told = new HashSet<>();
                for (Future<String> answer : parts.invokeAll(Collections.nCopies(4, part))) {
                    told.add(answer.get());
                }
                assertThat(told).containsExactly(Files.readString(folder.secretFile(name)));
            }
        }
    }

    @Test
    void aPlaceThatCannotBeAFolderIsRefusedByName() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).create())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("--data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my data", "100%", "a#b", "a?b", "[a]"})
    void aPathThatLooksDifferentInAnAddressIsRefused(String name) {
        DataFolder folder = new DataFolder(temporary.resolve(name));

        assertThatThrownBy(folder::create)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(name);
        assertThat(folder.root()).doesNotExist();
    }

    private DataFolder folder() {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        folder.create();
        return folder;
    }
}
