package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.FieldError;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputRulesTest {

    private static final String PASSWORD = "correct horse battery";

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Ada.Lovelace", "a-b_c.9", "0123"})
    void ordinaryNamesAreTaken(String name) {
        assertThat(InputRules.username(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "a",
                "a b",
                "a\nb",
                "a\0b",
                "ä-umlaut",
                "\u212aelvin",
                "a@b",
                "../x",
                "a/b",
                " ab",
                "ab ",
                "аdmin",
                "admin\u200b"
            })
    void namesThatDeceiveOrBreakAreRefused(@Nullable String name) {
        assertRefused("username", () -> InputRules.username(name));
    }

    @Test
    void aNameHasAtMost64Letters() {
        assertThat(InputRules.username("a".repeat(64))).hasSize(64);
        assertRefused("username", () -> InputRules.username("a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a+b@x", "ünï@exämple.org", "a.b@localhost"})
    void addressesAreTaken(String address) {
        assertThat(InputRules.email(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@",
                "a@",
                "@b",
                "a@b@c",
                "a b@c.d",
                "a@b\r\nBcc: c@d.e",
                "<a@b.c>",
                "a@b..c",
                "a@b.",
                "a,b@c.d",
                " "
            })
    void whatIsNoAddressIsRefused(String address) {
        assertRefused("email", () -> InputRules.email(address));
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertRefused("email", () -> InputRules.email("a@" + "b".repeat(1_000_000)));
    }

    @Test
    void passwordsHave12To128CharactersCountedAsPeopleCount() {
        assertThat(InputRules.password("p", "🔑".repeat(12))).hasSize(24);
        assertThat(InputRules.password("p", "🔑".repeat(128))).hasSize(256);
        assertRefused("p", () -> InputRules.password("p", "a".repeat(11)));
        assertRefused("p", () -> InputRules.password("p", "🔑".repeat(11)));
        assertRefused("p", () -> InputRules.password("p", "a".repeat(129)));
        assertRefused("p", () -> InputRules.password("p", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with a nul \0 inside", "half a pair \ud83d here", "\udd11 other half"})
    void passwordsNobodyCanTypeAreRefused(String password) {
        assertRefused("p", () -> InputRules.password("p", password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "a\nb", "a\0b", "a\u202eb", "a\u2028b", "a\u0085b", "a\ud83d"})
    void displayNamesThatBreakTheLineAreRefused(String name) {
        assertRefused("displayName", () -> InputRules.displayName(name));
    }

    @Test
    void displayNamesOfAnyScriptAreTakenAndTrimmed() {
        assertThat(InputRules.displayName("  Ada 👩‍💻 Лавлейс  ")).isEqualTo("Ada 👩‍💻 Лавлейс");
    }

    @Test
    void aNewUserTakesTheirNameForWhatIsMissing() {
        NewUser user = new NewUser("ada", PASSWORD, null, "", Set.of(Role.USER), false);

        assertThat(user.displayName()).isEqualTo("ada");
        assertThat(user.email()).isNull();
        assertThat(user.passwordChangeRequired()).isFalse();
    }

    @Test
    void aGeneratedPasswordMustBeChanged() {
        NewUser user = new NewUser("ada", null, null, null, Set.of(Role.USER), false);

        assertThat(user.passwordChangeRequired()).isTrue();
    }

    @Test
    void aUserWithoutRolesIsRefused() {
        assertRefused("roles", () -> new NewUser("ada", PASSWORD, null, null, Set.of(), false));
        assertRefused("roles", () -> new UserChange(null, null, Set.of(), null, null));
    }

    @Test
    void aTokenForNothingIsRefused() {
        assertRefused("scopes", () -> new NewPersonalToken("t", Set.of(), null));
        assertRefused("scopes", () -> new NewPersonalToken("t", Set.of(TokenScope.ADMIN), null));
        assertRefused("name", () -> new NewPersonalToken(" ", Set.of(TokenScope.READ), null));
    }

    @Test
    void aTokenEndsInTheFutureAndWithinTenYears() {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");

        token(now.plusSeconds(1)).requireEndAfter(now);
        token(null).requireEndAfter(now);
        assertRefused("expiresAt", () -> token(now).requireEndAfter(now));
        assertRefused("expiresAt", () -> token(Instant.MIN).requireEndAfter(now));
        assertRefused("expiresAt", () -> token(Instant.MAX).requireEndAfter(now));
    }

    private static NewPersonalToken token(@Nullable Instant expiresAt) {
        return new NewPersonalToken("t", Set.of(TokenScope.READ), expiresAt);
    }

    @Test
    void generatedPasswordsPassTheirOwnRule() {
        String password = GeneratedPassword.next();

        assertThat(InputRules.password("p", password)).matches("([a-hj-km-np-z2-9]{5}-){4}.{5}");
        assertThat(GeneratedPassword.next()).isNotEqualTo(password);
    }

    @Test
    void recordsWithSecretsDoNotShowThem() {
        assertThat(new NewUser("ada", PASSWORD, null, null, Set.of(Role.USER), false).toString())
                .doesNotContain(PASSWORD);
        assertThat(new UserChange(null, null, null, null, PASSWORD).toString())
                .doesNotContain(PASSWORD);
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
