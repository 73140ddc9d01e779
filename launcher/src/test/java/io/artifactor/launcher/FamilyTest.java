package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FamilyTest {
    private Process parent;

    /** A parent that becomes another program and never asks for its child's exit code. */
    @BeforeEach
    void startAParentThatNeverBuries() throws IOException {
        parent = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & exec sleep 61").start();
        await().until(() -> Family.of(parent.toHandle()).members().size() == 2);
    }

    @AfterEach
    void endTheParent() {
        Family.of(parent.toHandle()).kill();
    }

    @Test
    void aZombieCountsAsGone() {
        ProcessHandle child = Family.of(parent.toHandle()).members().get(1);
        Family family = new Family(List.of(child));
        assertThat(family.goneWithin(Duration.ofMillis(50))).isFalse();

        child.destroyForcibly();

        assertThat(family.goneWithin(Duration.ofSeconds(20))).isTrue();
        assertThat(Family.isZombie(child.pid())).isTrue();
    }

    @Test
    void whoRunsIsNoZombie() {
        assertThat(Family.isZombie(ProcessHandle.current().pid())).isFalse();
    }

    @Test
    void killingTakesTheWholeFamily() {
        Family family = Family.of(parent.toHandle());

        family.kill();

        assertThat(family.isGone()).isTrue();
    }
}
