package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenProofCheckTest extends TokenProofStage {

    @Test
    void aProofOfTheKeyForTheRequestIsTaken() {
        TokenProof first = checked(signed(claims().jwtID("one"))).orElseThrow();
        TokenProof again = checked(signed(claims().jwtID("one"))).orElseThrow();
        TokenProof other = checked(signed(claims().jwtID("two"))).orElseThrow();

        assertThat(first.end()).isAfter(NOW.plus(TokenProofCheck.GOOD_FOR));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(other.id()).isNotEqualTo(first.id()).hasSize(43);
    }

    @Test
    void theDigestIsTheOneOfTheStandard() {
        assertThat(digest(TOKEN_OF_RFC)).isEqualTo(DIGEST_OF_RFC);
        ShownToken shown =
                new ShownToken(
                        TOKEN_OF_RFC,
                        ShownToken.Scheme.DPOP,
                        List.of(signed(claims().claim("ath", DIGEST_OF_RFC))),
                        "POST",
                        ADDRESS);

        assertThat(check.check(shown, thumbprint())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://Library.Example.COM:443/api/v1/artifacts",
                "https://library.example.com/api/v1/%61rtifacts",
                "https://library.example.com/api/v1/artifacts?limit=1#top",
                "https://library.example.com/api/./v1/artifacts"
            })
    void anotherSpellingOfTheAddressIsTheSame(String address) {
        assertThat(checked(signed(claims().claim("htu", address)))).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://library.example.com/api/v1/artifacts",
                "https://library.example.com:8443/api/v1/artifacts",
                "https://library.example.com.evil.example/api/v1/artifacts",
                "https://library.example.com@evil.example/api/v1/artifacts",
                "https://ada@library.example.com/api/v1/artifacts",
                "https://library.example.com/api/v1/Artifacts",
                "https://library.example.com/api/v1/artifacts/",
                "https://library.example.com/api/v1%2Fartifacts",
                "https://library.example.com/api/v1",
                "/api/v1/artifacts",
                "no address"
            })
    void aProofForAnotherAddressIsRefused(String address) {
        assertThatThrownBy(() -> checked(signed(claims().claim("htu", address))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PROOF_REFUSED));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"GET", "post"})
    void aProofForAnotherMethodIsRefused(String method) {
        assertRefused(signed(claims().claim("htm", method)), "htm");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo", TOKEN})
    void aProofForAnotherTokenIsRefused(String digest) {
        assertRefused(signed(claims().claim("ath", digest)), "ath");
    }

    @ParameterizedTest
    @CsvSource({"-60, true", "-61, false", "30, true", "31, false", "-86400, false"})
    void aProofIsOfNow(int seconds, boolean taken) {
        String proof = signed(claims().issueTime(Date.from(NOW.plusSeconds(seconds))));

        if (taken) {
            assertThat(checked(proof)).isPresent();
        } else {
            assertRefused(proof, "iat");
        }
    }

    @Test
    void aProofSaysWhenItWasMade() {
        assertRefused(signed(claims().issueTime(null)), "iat");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  ")
    void aProofHasAnId(String id) {
        assertRefused(signed(claims().jwtID(id)), "jti");
    }

    @Test
    void anIdIsNotEndless() {
        assertRefused(signed(claims().jwtID("x".repeat(513))), "jti");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "a.b.c.d", "\u00e9.a.b"})
    void whatIsNoJwtIsNoProof(String text) {
        assertRefused(shown(text), ProblemCode.PROOF_REFUSED, "not valid");
    }

    @Test
    void whatIsEndlessIsNotRead() {
        assertRefused(signed(claims().claim("more", "x".repeat(9_000))), "one signed JWT");
    }

    @Test
    void twoProofsAreNone() {
        String proof = signed(claims());
        List<String> both = new ArrayList<>(List.of(proof, signed(claims())));

        assertRefused(shown(both.toArray(String[]::new)), ProblemCode.PROOF_REFUSED, "one header");
        assertRefused(shown(String.join(", ", both)), ProblemCode.PROOF_REFUSED, "one signed JWT");
    }

    @Test
    void aBoundTokenWithoutAProofIsRefused() {
        assertRefused(shown(), ProblemCode.PROOF_REQUIRED, "bound to a key");
    }

    @Test
    void aBoundTokenIsNoBearersWhateverElseIsSent() {
        ShownToken bearers =
                new ShownToken(
                        TOKEN,
                        ShownToken.Scheme.BEARER,
                        List.of(signed(claims())),
                        "POST",
                        ADDRESS);

        assertRefused(bearers, ProblemCode.PROOF_REQUIRED, "bound to a key");
    }

    @Test
    void aTokenThatIsBoundToNothingIsABearersAlone() {
        ShownToken bearers =
                new ShownToken(TOKEN, ShownToken.Scheme.BEARER, List.of(), "POST", ADDRESS);

        assertThat(check.check(bearers, Optional.empty())).isEmpty();
        assertThatThrownBy(() -> check.check(shown(signed(claims())), Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED));
    }

    @Test
    void whereKeysAreRequiredNoOtherTokenIsTaken() {
        ShownToken bearers =
                new ShownToken(TOKEN, ShownToken.Scheme.BEARER, List.of(), "POST", ADDRESS);

        assertThatThrownBy(() -> check(true).check(bearers, Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.PROOF_REQUIRED));
        assertThat(check(true).check(shown(signed(claims())), thumbprint())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"optional, false", "required, true", "' required ', true"})
    void theSettingSaysWhetherKeysAreRequired(String configured, boolean required) {
        assertThat(ProviderSettings.keysOnly(configured)).isEqualTo(required);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "off", "true"})
    void anotherSettingStopsTheStart(String configured) {
        assertThatThrownBy(() -> ProviderSettings.keysOnly(configured))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ARTIFACTOR_OIDC_API_DPOP");
    }
}
