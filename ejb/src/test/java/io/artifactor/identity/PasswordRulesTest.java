package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

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
                "zxcvbnmasdfghjkl"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThatThrownBy(() -> PasswordRules.accept("password", password, "ada"))
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
        assertThat(PasswordRules.accept("password", password, "ada")).isEqualTo(password);
    }

    @Test
    void theUserNameIsNotHiddenInThePassword() {
        assertThatThrownBy(() -> PasswordRules.accept("p", "my Lovelace is fine", "LOVELACE"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("user name");
    }

    @Test
    void aShortNameMayBePartOfAWord() {
        assertThat(PasswordRules.accept("p", "canada is very large", "ada")).isNotNull();
    }

    @Test
    void generatedPasswordsWillDo() {
        for (int i = 0; i < 1_000; i++) {
            String password = GeneratedPassword.next();
            assertThat(PasswordRules.accept("p", password, "somebody")).isEqualTo(password);
        }
    }

    @Test
    void theLongestPasswordIsJudgedInNoTime() {
        String long128 = "password1".repeat(14) + "xy";
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            CommonPasswords.shipped().isCommon(long128);
        }
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }
}
