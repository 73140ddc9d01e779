package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.FieldError;
import io.artifactor.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ".",
                "..",
                "../../etc/passwd",
                "C:\\temp\\x",
                "a/b",
                "nul\0byte",
                "line\nbreak",
                "turn\u202Etxt.exe",
                "half\uD83D",
            })
    void aDangerousNameIsRefusedByField(String name) {
        assertThatThrownBy(() -> FileNames.checked(name))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("fileName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "naïve café.txt", "日本語.md", "📦.zip", "a b (1).tar.gz", ".env"})
    void anOrdinaryNameIsKept(String name) {
        assertThat(FileNames.checked(name)).isEqualTo(name);
    }

    @Test
    void aNameMayHave255Characters() {
        assertThat(FileNames.checked("x".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> FileNames.checked("x".repeat(256))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Sort numbers, python, text/plain, Sort numbers.py",
        "Dockerfile for web, dockerfile, text/plain, Dockerfile for web.dockerfile",
        "script.py, python, text/x-python, script.py",
        "'a/b: \"c\"', , text/markdown, a-b- -c.md",
        "..., , text/plain, artifact.txt",
        "con, , text/plain, artifact-con.txt",
        "Flow, mermaid, text/plain, Flow.mmd",
        "Blob, , application/octet-stream, Blob.bin",
    })
    void aNameIsMadeOfTitleAndType(String title, String language, String type, String expected) {
        String name = FileNames.suggested(title, Optional.ofNullable(language), type);

        assertThat(name).isEqualTo(expected);
        assertThat(FileNames.checked(name)).isEqualTo(name);
    }

    @Test
    void aNameMadeOfALongTitleIsShort() {
        String name = FileNames.suggested("🎉".repeat(500), Optional.of("python"), "text/plain");

        assertThat(name).endsWith("🎉.py");
        assertThat(FileNames.checked(name)).hasSizeLessThan(255);
    }

    @Test
    void ofAPathTheLastStepIsTheName() {
        assertThat(FileNames.lastStep("C:\\Users\\me\\x.txt")).isEqualTo("x.txt");
        assertThat(FileNames.lastStep("/home/me/x.txt")).isEqualTo("x.txt");
        assertThat(FileNames.lastStep("x.txt")).isEqualTo("x.txt");
    }
}
