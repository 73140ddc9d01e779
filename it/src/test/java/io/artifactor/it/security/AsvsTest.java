package io.artifactor.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of OWASP ASVS 5.0.0 is whole, and what it names as a proof is there. */
class AsvsTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> STATUSES = Set.of("met", "partly", "open", "not applicable");
    private static final Set<String> WITHOUT_PROOF = Set.of("open", "not applicable");

    private final List<Asvs.Line> lines = Asvs.lines();

    AsvsTest() throws IOException {}

    @Test
    void theColumnsAreThoseThatAreDescribed() throws IOException {
        assertThat(Asvs.header()).isEqualTo(Asvs.HEADER);
    }

    @Test
    void everyRequirementStandsInItsPlaceAndOnce() {
        List<Integer> places = lines.stream().map(Asvs.Line::place).toList();

        assertThat(places).doesNotHaveDuplicates().isSorted();
    }

    /** The numbers of the standard; level 3 only where a library's accounts are concerned. */
    @ParameterizedTest
    @CsvSource({
        "1, 8, 19, 0",
        "2, 4, 7, 0",
        "3, 8, 11, 0",
        "4, 2, 8, 0",
        "5, 4, 5, 0",
        "6, 13, 22, 12",
        "7, 6, 12, 1",
        "8, 4, 3, 6",
        "9, 4, 3, 0",
        "10, 5, 24, 7",
        "11, 3, 11, 0",
        "12, 3, 6, 0",
        "13, 1, 12, 0",
        "14, 2, 7, 0",
        "15, 3, 10, 0",
        "16, 0, 16, 0",
        "17, 0, 7, 0"
    })
    void noRequirementIsLeftOut(int chapter, int first, int second, int third) {
        assertThat(count(chapter, 1)).as("level 1").isEqualTo(first);
        assertThat(count(chapter, 2)).as("level 2").isEqualTo(second);
        assertThat(count(chapter, 3)).as("level 3").isEqualTo(third);
    }

    @Test
    void noChapterIsMadeUp() {
        assertThat(lines).extracting(Asvs.Line::chapter).allMatch(it -> it >= 1 && it <= 17);
    }

    @Test
    void everyStatusIsKnownAndExplained() {
        assertThat(lines)
                .allSatisfy(line -> {
                    assertThat(line.status()).as(line.requirement()).isIn(STATUSES);
                    assertThat(line.how()).as(line.requirement()).isNotBlank();
                });
    }

    @Test
    void whatIsMetHasAProofOrAFileToLookInto() {
        assertThat(lines)
                .filteredOn(it -> it.status().equals("met"))
                .isNotEmpty()
                .allMatch(it -> !it.proof().isEmpty() || !it.files().isEmpty());
    }

    @Test
    void whatIsNotMetAtAllHasNoProof() {
        assertThat(lines)
                .filteredOn(it -> WITHOUT_PROOF.contains(it.status()))
                .allMatch(it -> it.proof().isEmpty());
    }

    @Test
    void everyProofIsATestThatExists() throws IOException {
        Set<String> tests = tests();

        assertThat(tests).contains("AsvsTest", "AuthorisationMatrixIT");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.proof())
                                .as(line.requirement())
                                .doesNotHaveDuplicates()
                                .allMatch(it -> it.endsWith("Test") || it.endsWith("IT"))
                                .isSubsetOf(tests));
    }

    @Test
    void everyFileThatIsNamedExists() {
        assertThat(lines).anyMatch(it -> !it.files().isEmpty());
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.files())
                                .as(line.requirement())
                                .allMatch(it -> Files.isRegularFile(ROOT.resolve(it))));
    }

    private long count(int chapter, int level) {
        return lines.stream().filter(it -> it.chapter() == chapter && it.level() == level).count();
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(it -> it.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(AsvsTest::classes)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> classes(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".java"))
                    .map(it -> it.substring(0, it.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException("Not readable: " + sources, e);
        }
    }
}
