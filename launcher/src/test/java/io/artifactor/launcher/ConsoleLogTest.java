package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleLogTest {
    @TempDir private Path folder;

    @Test
    void whatIsSmallStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "short\n");

        ConsoleLog.at(file).limit(6);

        assertThat(file).hasContent("short\n");
        assertThat(folder.resolve("server.1.log")).doesNotExist();
        ConsoleLog.at(folder.resolve("absent.log")).limit(6);
    }

    @Test
    void aChildGoesOnInTheSameFile() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "of an earlier run\n");
        Files.writeString(folder.resolve("server.1.log"), "of long ago\n");
        ConsoleLog log = ConsoleLog.at(file);
        Process child =
                new ProcessBuilder("/bin/sh", "-c", "echo one; read go; echo two")
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
                        .start();
        await().until(() -> log.tail().contains("one"));

        log.limit(10);

        assertThat(folder.resolve("server.1.log")).hasContent("of an earlier run\none\n");
        assertThat(log.tail()).isEmpty();
        child.outputWriter().append('\n').flush();
        child.onExit().join();
        assertThat(file).hasContent("two\n");
        assertThat(log.tail()).isEqualTo("two\n");
    }

    @Test
    void withoutRoomForBothNothingIsTakenAway() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "a line\n");
        // Nothing can be written in place of a folder that is not empty.
        Files.createFile(Files.createDirectory(folder.resolve("server.1.log")).resolve("x"));

        assertThatThrownBy(() -> ConsoleLog.at(file).limit(1)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("a line\n");
    }
}
