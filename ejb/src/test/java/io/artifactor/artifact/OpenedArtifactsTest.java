package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenedArtifactsTest {

    private static final UUID USER = new UUID(0, 1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final OpenedArtifacts opened = new OpenedArtifacts();

    private static UUID artifact(int number) {
        return new UUID(1, number);
    }

    @Test
    void theLastTimeOfEachIsTakenOnce() {
        opened.note(USER, artifact(1), START);
        opened.note(USER, artifact(2), START.plusSeconds(1));
        opened.note(USER, artifact(1), START.plusSeconds(2));

        assertThat(opened.take().get(USER))
                .containsOnlyKeys(artifact(1), artifact(2))
                .containsEntry(artifact(1), START.plusSeconds(2));
        assertThat(opened.take()).isEmpty();
    }

    @Test
    void ofEachUserAHundredAreRememberedAtMost() {
        for (int i = 0; i < 150; i++) {
            opened.note(USER, artifact(i), START.plusSeconds(i));
        }

        assertThat(opened.take(USER).get(USER))
                .hasSize(100)
                .doesNotContainKey(artifact(49))
                .containsKey(artifact(50));
    }

    @Test
    void eachUserIsTakenAlone() {
        UUID other = new UUID(0, 2);
        opened.note(USER, artifact(1), START);
        opened.note(other, artifact(1), START);

        assertThat(opened.take(USER)).containsOnlyKeys(USER);
        assertThat(opened.take()).containsOnlyKeys(other);
    }
}
