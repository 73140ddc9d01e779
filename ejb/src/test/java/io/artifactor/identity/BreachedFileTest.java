package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedFileTest {

    private static final int LINES = 64;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1, '\n'", "1, '\r\n'", "2, '\n'", "90, '\n'", "1500, '\n'", "1500, '\r\n'"})
    void everyPasswordOfAListIsFoundAndNoOther(int count, String lineEnd) throws IOException {
        List<String> lines = lines(count);
        String text = String.join(lineEnd, lines);

        for (String written : List.of(text + lineEnd, text)) {
            BreachedFile file = file(written);
            file.check(LINES);
            for (int i = 0; i < count; i++) {
                assertThat(file.contains("password " + i)).as("password %d", i).isTrue();
                assertThat(file.contains("passwort " + i)).as("passwort %d", i).isFalse();
            }
        }
    }

    @Test
    void aListWithoutCountsOrInSmallLettersWillDo() throws IOException {
        List<String> lines =
                lines(3_000).stream()
                        .map(line -> line.substring(0, 40).toLowerCase(Locale.ROOT))
                        .toList();
        BreachedFile file = file(String.join("\n", lines));

        file.check(LINES);
        assertThat(file.contains("password 1234")).isTrue();
        assertThat(file.contains("passwort 1234")).isFalse();
    }

    @Test
    void whatIsBeforeTheFirstAndBehindTheLastLineIsNotThere() throws IOException {
        String first = "0".repeat(39) + "1:1\n";
        String middle = "7".repeat(40) + ":1\n";
        String last = "F".repeat(39) + "E:1\n";

        assertThat(file(last).contains("password 1")).isFalse();
        assertThat(file(first).contains("password 1")).isFalse();
        assertThat(file(first + middle + last).contains("password 1")).isFalse();
    }

    @Test
    void anExchangedListCountsFromTheNextLook() throws IOException {
        BreachedFile file = file(listOf("password 1"));
        Path next = Files.writeString(folder.resolve("next"), listOf("password 2"));

        assertThat(file.contains("password 2")).isFalse();
        Files.move(next, folder.resolve("list"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(file.contains("password 2")).isTrue();
    }

    @Test
    void anEmptyFileIsNoList() throws IOException {
        BreachedFile file = file("");

        assertThatThrownBy(() -> file.check(LINES)).hasMessageContaining("empty");
        assertThatThrownBy(() -> file.contains("password 1")).isInstanceOf(IOException.class);
    }

    @Test
    void aMissingFileIsNoList() {
        BreachedFile file = new BreachedFile(folder.resolve("nowhere"));

        assertThatThrownBy(() -> file.check(LINES)).hasMessageContaining("no such file");
        assertThatThrownBy(() -> file.contains("password 1")).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderIsNoList() {
        assertThatThrownBy(() -> new BreachedFile(folder).check(LINES))
                .hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password\nletmein\n",
                "0018A45C4D1DEF81644B54AB7F969B88D65:10\n",
                "<html><body>404</body></html>",
                "\n\n\n",
                "\uFEFF000000005AD76BD555C1D6D771DE417A4B87E4B4:10\n",
                "000000005AD76BD555C1D6D771DE417A4B87E4B4 10\n"
            })
    void anythingElseIsNoList(String text) throws IOException {
        BreachedFile file = file(text);

        assertThatThrownBy(() -> file.check(LINES)).hasMessageContaining("SHA-1");
        assertThatThrownBy(() -> file.contains("password 1")).isInstanceOf(IOException.class);
    }

    @Test
    void theListOfNtlmHashesIsToldApart() throws IOException {
        assertThatThrownBy(() -> file("A".repeat(32) + ":7\r\n").check(LINES))
                .hasMessageContaining("NTLM");
    }

    @Test
    void theListOrderedByCountIsToldApart() throws IOException {
        List<String> lines = IntStream.range(0, 5_000).mapToObj(BreachedFileTest::line).toList();
        BreachedFile file = file(String.join("\n", lines));

        assertThatThrownBy(() -> file.check(LINES)).hasMessageContaining("ordered by hash");
    }

    @Test
    void aDownloadThatBrokeOffInALineIsToldApart() throws IOException {
        String list = String.join("\n", lines(5_000));
        BreachedFile file = file(list.substring(0, list.length() - 20));

        assertThatThrownBy(() -> file.check(LINES)).hasMessageContaining("SHA-1");
    }

    @Test
    void aHoleInTheMiddleIsSeenByWhoeverLooksThere() throws IOException {
        byte[] list = String.join("\n", lines(5_000)).getBytes(ISO_8859_1);
        Arrays.fill(list, list.length / 4, 3 * (list.length / 4), (byte) 0);
        Files.write(folder.resolve("list"), list);

        assertThatThrownBy(() -> new BreachedFile(folder.resolve("list")).contains("password 1"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLongListIsSearchedInAMoment() throws IOException {
        List<String> lines = lines(50_000);
        BreachedFile file = file(String.join("\n", lines));
        long begin = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            assertThat(file.contains("password " + i)).isTrue();
        }
        assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
    }

    /** A list of these passwords. */
    static String listOf(String... passwords) {
        return Stream.of(passwords)
                .map(BreachedFileTest::hash)
                .sorted()
                .map(h -> h + ":3\n")
                .reduce("", String::concat);
    }

    private BreachedFile file(String text) throws IOException {
        return new BreachedFile(Files.writeString(folder.resolve("list"), text, UTF_8));
    }

    private static List<String> lines(int count) {
        return IntStream.range(0, count).mapToObj(BreachedFileTest::line).sorted().toList();
    }

    /** Counts of many lengths make lines of many lengths. */
    private static String line(int number) {
        return hash("password " + number) + ":" + (long) Math.pow(7, number % 20);
    }

    private static String hash(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
