package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.artifact.ShareLink.Term;
import io.artifactor.identity.LinkKey;
import io.artifactor.identity.LinkLock;
import io.artifactor.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShareLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final ShareLinkChange NOTHING = new ShareLinkChange(null, null, null, null);

    private final ShareLink link =
            new ShareLink(
                    ArtifactId.next(),
                    UserId.next(),
                    new ShareLinkDraft(" For Bob ", END, null, 3, null),
                    new LinkKey("ars_secret", "ars_se", "a hash"),
                    new Term(NOW, END));

    @Test
    void aLinkIsOverAtItsEndAndNotBefore() {
        assertThat(link.state(END.minusNanos(1))).isEqualTo(ShareLinkState.OPEN);
        assertThat(link.state(END)).isEqualTo(ShareLinkState.EXPIRED);
    }

    @Test
    void whatIsSaidAgainIsNoChange() {
        assertThat(link.change(NOTHING, null, LATER)).isFalse();
        assertThat(link.change(new ShareLinkChange("For Bob", END, "", 3), null, LATER)).isFalse();
        assertThat(link.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        assertThat(link.change(new ShareLinkChange("For Eve", null, null, null), null, LATER))
                .isTrue();

        assertThat(link.name()).isEqualTo("For Eve");
        assertThat(link.expiresAt()).isEqualTo(END);
        assertThat(link.maxDownloads()).contains(3);
        assertThat(link.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void aCapOfNothingIsNone() {
        assertThat(link.change(new ShareLinkChange(null, null, null, 0), null, LATER)).isTrue();

        assertThat(link.maxDownloads()).isEmpty();
    }

    @Test
    void everyPasswordHasANumberOfItsOwn() {
        ShareLinkChange open = new ShareLinkChange(null, null, "", null);
        link.protect("first");
        int first = link.lock().map(LinkLock::version).orElseThrow();

        assertThat(link.change(open, null, LATER)).isTrue();
        assertThat(link.lock()).isEmpty();
        assertThat(link.change(NOTHING, "second", LATER)).isTrue();

        assertThat(link.lock().map(LinkLock::version).orElseThrow()).isGreaterThan(first);
    }
}
