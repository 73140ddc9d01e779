package io.artifactor.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.outbox.OutboxRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BurstsTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final UUID ACTOR = UUID.randomUUID();
    private static final ActivityRows.Known SUBJECT =
            new ActivityRows.Known(UUID.randomUUID(), "Title", null);

    private static OutboxRow row(String event, UUID actor, int seconds) {
        return new OutboxRow(1, event, UUID.randomUUID(), 0, actor, START.plusSeconds(seconds));
    }

    @Test
    void whatOnePersonDoesOfOneKindIsOneLine() {
        Bursts bursts = new Bursts(Map.of());
        bursts.add(row("artifact.added", ACTOR, 0), SUBJECT);
        bursts.add(row("artifact.added", ACTOR, 599), SUBJECT);

        assertThat(bursts.entries()).hasSize(2);
        assertThat(bursts.changed())
                .singleElement()
                .satisfies(burst -> {
                    assertThat(burst.occurrences()).isEqualTo(2);
                    assertThat(burst.id()).isEqualTo(bursts.entries().getFirst().id());
                    assertThat(burst.until()).isEqualTo(START.plusSeconds(599));
                });
    }

    @Test
    void otherPeopleKindsAndTimesAreOtherLines() {
        Bursts bursts = new Bursts(Map.of());
        bursts.add(row("artifact.added", ACTOR, 0), SUBJECT);
        bursts.add(row("artifact.added", UUID.randomUUID(), 1), SUBJECT);
        bursts.add(row("artifact.deleted", ACTOR, 2), SUBJECT);
        bursts.add(row("artifact.added", ACTOR, 600), SUBJECT);

        assertThat(bursts.changed()).isEmpty();
        assertThat(bursts.entries()).allMatch(entry -> entry.burst().id().equals(entry.id()));
    }

    @Test
    void aLineThatIsThereGrows() {
        Bursts.Key key = new Bursts.Key(SUBJECT.workspace(), ACTOR, "artifact.added", null);
        Bursts.Burst burst = new Bursts.Burst(UUID.randomUUID(), START, START, 7);
        Bursts bursts = new Bursts(Map.of(key, burst));
        bursts.add(row("artifact.added", ACTOR, 30), SUBJECT);

        assertThat(bursts.changed()).containsExactly(burst);
        assertThat(burst.occurrences()).isEqualTo(8);
    }
}
