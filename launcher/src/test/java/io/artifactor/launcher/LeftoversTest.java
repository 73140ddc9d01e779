package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir Path temporary;
    private final List<Child> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(Child::kill);
    }

    @Test
    void aProcessLeftBehindIsEnded() {
        Child child = sleeper();
        Leftovers leftovers = leftovers();
        leftovers.remember(List.of(child));
        List<String> lines = new ArrayList<>();

        leftovers().clear(lines::add);

        assertThat(child.family().isGone()).isTrue();
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("PostgreSQL", String.valueOf(child.handle().pid()));
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsNotTouched() throws IOException {
        Child child = sleeper();
        Files.writeString(
                temporary.resolve("children"), "DATABASE " + child.handle().pid() + " 1000\n");

        leftovers().clear(Progress.silent());

        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aBrokenListIsNoReasonNotToStart() throws IOException {
        Files.writeString(temporary.resolve("children"), "DATABASE 12\n\nnonsense\n");

        leftovers().clear(Progress.silent());
    }

    private Leftovers leftovers() {
        return new Leftovers(temporary.resolve("children"), Duration.ofMillis(200));
    }

    private Child sleeper() {
        Child child =
                Child.start(
                        Part.DATABASE, new ProcessBuilder("sleep", "60"), temporary.resolve("log"));
        started.add(child);
        return child;
    }
}
