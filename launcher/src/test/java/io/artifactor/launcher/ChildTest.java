package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir Path temporary;

    @Test
    void onlyThisRunsLinesAreShown() throws IOException {
        Files.writeString(log(), "of an earlier run\n");

        Child child = shell("echo one; echo two >&2; echo three; exit 3");
        child.handle().onExit().join();

        assertThat(child.exitCode()).isEqualTo(3);
        assertThat(child.output()).isEqualTo("one\ntwo\nthree\n");
        assertThat(child.tail(2))
                .contains(log().toString())
                .endsWith("two" + System.lineSeparator() + "three");
    }

    @Test
    void whoDoesNotObeyIsKilledWithAllHeStarted() {
        Child child = shell("trap '' TERM; sleep 60 & echo started; wait; sleep 60");
        await().until(() -> child.output().contains("started"));
        Family family = child.family();
        assertThat(family.members()).hasSizeGreaterThan(1);

        child.end(List.of(new Child.Farewell(Signal.TERM, Duration.ofMillis(100))));

        assertThat(family.isGone()).isTrue();
    }

    @Test
    void theSignalAskedForIsSent() {
        String script =
                "trap 'echo interrupted; exit 7' INT; echo started; while :; do sleep 0.05; done";
        // A build in the background is started with INT ignored, and no shell can trap that.
        Child child = start("env", "--default-signal=INT", "/bin/sh", "-c", script);
        await().until(() -> child.output().contains("started"));

        child.end(List.of(new Child.Farewell(Signal.INT, Duration.ofSeconds(20))));

        assertThat(child.exitCode()).isEqualTo(7);
        assertThat(child.output()).contains("interrupted");
    }

    @Test
    void aMissingProgramIsAFailureThatNamesThePart() {
        ProcessBuilder builder = new ProcessBuilder(temporary.resolve("absent").toString());

        assertThatThrownBy(() -> Child.start(Part.ELASTICSEARCH, builder, log()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Elasticsearch");
    }

    private Child shell(String script) {
        return start("/bin/sh", "-c", script);
    }

    private Child start(String... command) {
        return Child.start(Part.SERVER, new ProcessBuilder(command), log());
    }

    private Path log() {
        return temporary.resolve("log");
    }
}
