package io.artifactor.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.artifact.ArtifactId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static Piece piece(String title, int position, String content) {
        FoundArtifact found = new FoundArtifact("id", title, content, "code", null, "talk", null);
        return Piece.of(
                new FoundPage(null, null, List.of()), found, content.getBytes(UTF_8), position);
    }

    private static SeenContent seen(Piece piece) {
        return new SeenContent(
                ArtifactId.next(),
                piece.sourceKey(),
                SeenContent.Key.of(piece),
                piece.bytes().length,
                piece.title(),
                piece.position());
    }

    @Test
    void contentThatBeginsWithWhatWasSeenGrewOutOfIt() {
        SeenContent before = seen(piece("Sort", 0, "def sort("));
        Growth growth = new Growth(List.of(before), Set.of());

        assertThat(growth.origin(piece("Sort", 3, "def sort(a):"))).contains(before);
        assertThat(growth.origin(piece("Sort", 3, "def sort(a): pass"))).isEmpty();
    }

    @Test
    void theLongestBeginningIsTheOrigin() {
        SeenContent first = seen(piece("Sort", 0, "def "));
        SeenContent second = seen(piece("Sort", 0, "def sort("));

        assertThat(
                        new Growth(List.of(second, first), Set.of())
                                .origin(piece("Sort", 0, "def sort(a)")))
                .contains(second);
    }

    @Test
    void otherContentAndOtherPlacesAreOthers() {
        SeenContent before = seen(piece("Sort", 0, "def sort("));

        assertThat(new Growth(List.of(before), Set.of()).origin(piece("Sort", 0, "def find(a):")))
                .isEmpty();
        assertThat(new Growth(List.of(before), Set.of()).origin(piece("Find", 1, "def sort(a):")))
                .isEmpty();
        assertThat(new Growth(List.of(before), Set.of()).origin(piece("Find", 0, "def sort(a):")))
                .contains(before);
    }

    @Test
    void whatStillStandsOnThePageDidNotGrow() {
        SeenContent before = seen(piece("Sort", 0, "def sort("));

        assertThat(
                        new Growth(List.of(before), Set.of(before.key()))
                                .origin(piece("Sort", 1, "def sort(a):")))
                .isEmpty();
    }
}
