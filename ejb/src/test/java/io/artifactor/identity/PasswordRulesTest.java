package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final CommonPasswords COMMON = CommonPasswords.shippedAnd(List.of());
    private static final BreachedPasswords BREACHED = BreachedPasswords.shipped();
    private static final PasswordRules RULES =
            new PasswordRules(COMMON, BREACHED, Optional.empty());

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd1234",
                "passwordpassword",
                "iloveyou2026",
                "letmein!letmein",
                "qwertyuiop123",
                "1q2w3e4r5t6y",
                "123456789012",
                "210987654321",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcdefghijkl",
                "!!!administrator!!!",
                "Artifactor-2026",
                "Sommer2026!!",
                "zxcvbnmasdfghjkl",
                "2026superman2026",
                "pa$$word pa$$word"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThatThrownBy(() -> RULES.accept("password", password, "ada"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("tried first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "a password of number 7-12",
                "tuesday elephants juggle",
                "dF8$kq2Lx9vb",
                "an entirely new one",
                "Größenwahn im Gänsemarsch",
                "пароль из четырёх слов",
                "839201748265"
            })
    void whatIsLongAndNotCommonWillDo(String password) {
        assertThat(RULES.accept("password", password, "ada")).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leavemealone",
                "LeaveMeAlone",
                "leavemealone2026!",
                "2026leavemealone",
                "Makhanataskara",
                "ｌeavemealone",
                "#z@227ro80mr#"
            })
    void whatOthersLostIsRefusedHoweverItIsDecorated(String password) {
        assertThatThrownBy(() -> RULES.accept("password", password, "ada"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken into");
    }

    @Test
    void theMostCommonOfThoseLongEnoughAreShipped() {
        assertThat(WordList.read("breached-passwords.txt"))
                .hasSizeGreaterThan(3_000)
                .allMatch(password -> password.codePointCount(0, password.length()) >= 12)
                .doesNotContain("correct horse battery staple");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Example-2026!!",
                "ex4mple ex4mple",
                "ExampleSommer26!",
                "hyperdrive-12345",
                "HyperDrive example",
                "example works 26"
            })
    void wordsOfTheHouseAreNotAllThereIsToAPassword(String password) {
        PasswordRules ours = house("example", "Hyper Drive", "example works");

        assertThatThrownBy(() -> ours.accept("password", password, "ada"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("tried first");
    }

    @Test
    void wordsOfTheHouseMayStandAmongOthers() {
        PasswordRules ours = house("example", "Hyper Drive");

        assertThat(ours.accept("p", "an example of seven llamas", "ada")).isNotNull();
    }

    @Test
    void aWordOfTheHouseIsNoSyllable() {
        assertThatThrownBy(() -> house("abc"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ARTIFACTOR_PASSWORD_WORDS");
    }

    @Test
    void whatIsInTheFileOfTheOperatorIsRefused() throws IOException {
        PasswordRules rules = withFile(BreachedFileTest.listOf("tuesday elephants juggle"));

        assertThatThrownBy(() -> rules.accept("p", "tuesday elephants juggle", "ada"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken into");
        assertThat(rules.accept("p", "monday elephants juggle", "ada")).isNotNull();
    }

    @Test
    void composedAndDecomposedCharactersAreTheSameInTheFile() throws IOException {
        PasswordRules rules = withFile(BreachedFileTest.listOf("gr\u00f6\u00dfenwahn im zoo"));

        assertThatThrownBy(() -> rules.accept("p", "gro\u0308\u00dfenwahn im zoo", "ada"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken into");
    }

    @Test
    void nothingIsTakenWhileTheFileCannotBeRead() throws IOException {
        PasswordRules rules = withFile(BreachedFileTest.listOf("tuesday elephants juggle"));
        Files.delete(folder.resolve("list"));

        assertThatThrownBy(() -> rules.accept("p", "monday elephants juggle", "ada"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    }

    private static PasswordRules house(String... words) {
        return new PasswordRules(
                CommonPasswords.shippedAnd(List.of(words)), BREACHED, Optional.empty());
    }

    private PasswordRules withFile(String list) throws IOException {
        Path file = Files.writeString(folder.resolve("list"), list);
        return new PasswordRules(COMMON, BREACHED, Optional.of(new BreachedFile(file)));
    }

    @Test
    void theUserNameIsNotHiddenInThePassword() {
        assertThatThrownBy(() -> RULES.accept("p", "my Lovelace is fine", "LOVELACE"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("user name");
    }

    @Test
    void aShortNameMayBePartOfAWord() {
        assertThat(RULES.accept("p", "canada is very large", "ada")).isNotNull();
    }

    @Test
    void generatedPasswordsWillDo() {
        for (int i = 0; i < 1_000; i++) {
            String password = GeneratedPassword.next();
            assertThat(RULES.accept("p", password, "somebody")).isEqualTo(password);
        }
    }

    @Test
    void theLongestPasswordIsJudgedInNoTime() {
        String long128 = "password1".repeat(14) + "xy";
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            COMMON.isCommon(long128);
        }
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }
}
