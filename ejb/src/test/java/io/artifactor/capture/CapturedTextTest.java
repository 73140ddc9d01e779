package io.artifactor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturedTextTest {

    private static final String CODE = "def f():\n    return 1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "📥 Download",
                "📥 Downloadcode",
                "📥 Downloadcode (python)",
                "📥 Downloadcode (python)📥 Downloadcode (python)",
                "\n📥 Downloadcode (c++)\n📥 Download",
                "<button class=\"x\">📥 Downloadhtml</button>",
                "\r\n\r\n"
            })
    void theExtensionsOwnLabelsAreTakenOff(String label) {
        assertThat(CapturedText.content(CODE + label)).isEqualTo(CODE);
    }

    @Test
    void labelsElsewhereAreContent() {
        String text = "print('📥 Download')\nprint(2)";
        assertThat(CapturedText.content(text)).isEqualTo(text);
    }

    @Test
    void textIsWrittenInOneWay() {
        assertThat(CapturedText.content("  a\r\nb\rc\u0000\n\n\n\n\n\nd\t\u0007\ud800 "))
                .isEqualTo("a\nb\nc\n\n\nd");
    }

    @Test
    void manyLabelsTakeNoTime() {
        String content = CODE + "📥 Download".repeat(200_000);
        assertThat(CapturedText.content(content).equals(CODE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Python Artifact 4:50:54 AM, Python Artifact",
        "Python Artifact 16:50:54, Python Artifact",
        "Meeting 4:50:54 AM, Meeting 4:50:54 AM",
        "'  A\u0000 \n title ', A title",
        "'\u202e', Untitled",
        ", Untitled"
    })
    void titlesAreStable(String found, String title) {
        assertThat(CapturedText.title(found)).isEqualTo(title);
    }

    @Test
    void longTitlesAreCutBetweenCharacters() {
        assertThat(CapturedText.title("a" + "😀".repeat(500)))
                .hasSizeLessThanOrEqualTo(300)
                .endsWith("😀");
    }
}
