package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.FieldError;
import io.artifactor.problem.Problem;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArtifactDetailsTest {

    private static final ArtifactDetails DETAILS =
            new ArtifactDetails(
                    "Title", "Text", "file.py", ArtifactKind.CODE, Optional.of("python"));

    private static ArtifactDetails titled(String title) {
        return new ArtifactDetails(title, "", "x", ArtifactKind.CODE, Optional.empty());
    }

    @Test
    void textsAreKeptWithoutSpacesAround() {
        assertThat(titled("  Title\u2003").title()).isEqualTo("Title");
    }

    @Test
    void aTitleHas1To500PrintableCharacters() {
        assertThat(titled("t".repeat(500)).title()).hasSize(500);
        assertRefused("title", () -> titled("t".repeat(501)));
        assertRefused("title", () -> titled("  "));
        assertRefused("title", () -> titled("a\0b"));
        assertRefused("title", () -> titled("a\nb"));
        assertRefused("title", () -> titled("a\uDC00"));
        assertThat(titled("Ω≈ç√ 田中 👩🏽 ﷽ <script>'; DROP TABLE--").title()).contains("👩🏽");
    }

    @Test
    void aDescriptionMayHaveLines() {
        ArtifactDetails details =
                new ArtifactDetails(
                        "t", "one\n\ttwo\r\n", "x", ArtifactKind.CODE, Optional.empty());

        assertThat(details.description()).isEqualTo("one\n\ttwo");
        assertRefused(
                "description",
                () -> new ArtifactDetails("t", "\0", "x", ArtifactKind.CODE, Optional.empty()));
        assertRefused(
                "description",
                () ->
                        new ArtifactDetails(
                                "t", "d".repeat(20_001), "x", ArtifactKind.CODE, Optional.empty()));
    }

    @Test
    void whatAChangeLeavesOutStays() {
        ArtifactChange nothing = new ArtifactChange(null, null, null, null, null);
        ArtifactChange title = new ArtifactChange("New", null, null, null, null);

        assertThat(nothing.applyTo(DETAILS)).isEqualTo(DETAILS);
        assertThat(title.applyTo(DETAILS))
                .isEqualTo(
                        new ArtifactDetails(
                                "New",
                                "Text",
                                "file.py",
                                ArtifactKind.CODE,
                                Optional.of("python")));
    }

    @Test
    void aChangeGivesOrTakesTheLanguage() {
        assertThat(new ArtifactChange(null, null, null, null, "C++").applyTo(DETAILS).language())
                .contains("c++");
        assertThat(new ArtifactChange(null, null, null, null, "").applyTo(DETAILS).language())
                .isEmpty();
        assertRefused(
                "language",
                () -> new ArtifactChange(null, null, null, null, "a b").applyTo(DETAILS));
        assertRefused(
                "kind", () -> new ArtifactChange(null, null, null, "song", null).applyTo(DETAILS));
    }

    @Test
    void aProposalIsCompletedFromTheContent() {
        ContentTraits python =
                new ContentTraits("text/x-python", Optional.of("python"), ArtifactKind.CODE);

        assertThat(new ArtifactProposal(null, null, null, null, null, null).details(python))
                .isEqualTo(
                        new ArtifactDetails(
                                "Untitled",
                                "",
                                "Untitled.py",
                                ArtifactKind.CODE,
                                Optional.of("python")));
        assertThat(new ArtifactProposal(null, null, "x.py", null, null, null).details(python))
                .extracting(ArtifactDetails::title, ArtifactDetails::fileName)
                .containsExactly("x.py", "x.py");
        assertThat(new ArtifactProposal("Mine", "d", null, "data", null, null).details(python))
                .isEqualTo(
                        new ArtifactDetails(
                                "Mine", "d", "Mine.py", ArtifactKind.DATA, Optional.of("python")));
    }

    @Test
    void whatIsTypedIsLookedForAsItStands() {
        assertThat(TextRules.contains("100%_!")).isEqualTo("%100!%!_!!%");
    }

    private static void assertRefused(String field, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly(field));
    }
}
