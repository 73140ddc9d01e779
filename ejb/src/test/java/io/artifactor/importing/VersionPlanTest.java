package io.artifactor.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.artifact.ArtifactHead;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactKind;
import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.KnownVersion;
import io.artifactor.artifact.VersionId;
import io.artifactor.artifact.VersionLook;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionPlanTest {

    private static final VersionLook LOOK = new VersionLook("Title", "python", "text/x-python");

    @Test
    void aNewArtifactShowsTheEndOfTheActivePath() {
        VersionPlan plan = new VersionPlan(Optional.empty(), look("Title"), "b");
        plan.add(read("a", null));
        plan.add(read("b", "a"));
        plan.add(read("side", "a"));

        assertThat(plan.fresh())
                .extracting(IncomingVersion::sourceKey)
                .containsExactly("a", "b", "side");
        assertThat(plan.head().branch()).isEqualTo("main");
        assertThat(plan.head().sha256()).isEqualTo(blob("b").digest().hex());
    }

    @Test
    void whatIsKeptAlreadyIsNotBroughtInAgain() {
        KnownVersion a = known("a", 1, "Title");
        VersionPlan plan = new VersionPlan(kept("Title", a, a), look("Title"), "a");
        plan.add(read("a", null));

        assertThat(plan.fresh()).isEmpty();
        assertThat(plan.head().id()).isEqualTo(a.id());
    }

    @Test
    void aGrownArtifactMovesItsHeadOn() {
        KnownVersion a = known("a", 1, "Title");
        VersionPlan plan = new VersionPlan(kept("Title", a, a), look("Title"), "b");
        plan.add(read("a", null));
        plan.add(read("b", "a"));

        List<IncomingVersion> fresh = plan.fresh();
        assertThat(fresh).hasSize(1);
        assertThat(fresh.getFirst().line()).isEqualTo(new IncomingVersion.Line("main", 2, a.id()));
        assertThat(plan.head().id()).isEqualTo(fresh.getFirst().id());
    }

    @Test
    void aVersionMadeByHandStaysTheOneShown() {
        KnownVersion a = known("a", 1, "Title");
        KnownVersion byHand = known(null, 2, "Title");
        VersionPlan plan = new VersionPlan(kept("Title", byHand, a, byHand), look("New"), "b");
        plan.add(read("a", null));
        plan.add(read("b", "a"));

        assertThat(plan.fresh().getFirst().line().branch()).isEqualTo("branch-1");
        assertThat(plan.head().id()).isEqualTo(byHand.id());
        assertThat(plan.look().title()).isEqualTo("Title");
    }

    @Test
    void aTitleGivenHereStaysAndAnotherFollowsTheExport() {
        KnownVersion a = known("a", 1, "Title");
        VersionPlan renamed = new VersionPlan(kept("Mine", a, a), look("Theirs"), "a");
        renamed.add(read("a", null));
        renamed.fresh();
        assertThat(renamed.look().title()).isEqualTo("Mine");

        VersionPlan untouched = new VersionPlan(kept("Title", a, a), look("Theirs"), "a");
        untouched.add(read("a", null));
        untouched.fresh();
        assertThat(untouched.look().title()).isEqualTo("Theirs");
    }

    private static ReadVersion read(String key, @Nullable String parent) {
        return new ReadVersion(
                key, parent, blob(key), LOOK, new IncomingVersion.Making(null, null, null), null);
    }

    private static KnownVersion known(@Nullable String key, int number, String title) {
        return new KnownVersion(
                VersionId.next(),
                "main",
                number,
                Optional.ofNullable(key),
                blob(String.valueOf(key)),
                new VersionLook(title, "python", "text/x-python"));
    }

    private static Optional<KnownArtifact> kept(
            String title, KnownVersion head, KnownVersion... versions) {
        ArtifactHead shown =
                new ArtifactHead(
                        head.id(),
                        head.branch(),
                        head.content().digest().hex(),
                        head.content().size());
        return Optional.of(
                new KnownArtifact(
                        ArtifactId.next(),
                        Optional.empty(),
                        look(title),
                        Optional.of(shown),
                        false,
                        List.of(versions)));
    }

    private static ArtifactLook look(String title) {
        return new ArtifactLook(title, ArtifactKind.CODE, "python", "text/x-python", "title.py");
    }

    private static StoredBlob blob(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new StoredBlob(Sha256.ofContent(bytes), bytes.length);
    }
}
