package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.identity.Secret.Kind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    /** What sha256sum says of the text. */
    private static final String HASH =
            "a3a2fa190c00d20044795f336dee184c49d941f4cbe578b2fcba27aa7a4890b6";

    @Test
    void aSecretSaysWhatItIsAndComesBackFromItsText() {
        Secret secret = Secret.next(Kind.PERSONAL);

        assertThat(secret.text()).matches("art_[A-Za-z0-9_-]{43}");
        assertThat(Secret.parse(Kind.PERSONAL, secret.text())).contains(secret);
        assertThat(Secret.parse(Kind.REFRESH, secret.text())).isEmpty();
    }

    @Test
    void noTwoSecretsAreAlike() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            texts.add(Secret.next(Kind.REFRESH).text());
        }

        assertThat(texts).hasSize(1000);
    }

    @Test
    void onlyTheHashIsKeptAndThePrefixIsShort() {
        Secret secret = new Secret("art_" + "A".repeat(43));

        assertThat(secret.hash()).isEqualTo(HASH).doesNotContain(secret.text());
        assertThat(secret.prefix()).isEqualTo("art_AAAAAA");
    }

    @Test
    void aSecretDoesNotShowItselfInLogs() {
        Secret secret = Secret.next(Kind.PERSONAL);

        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "art_",
                "art_short",
                "art_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "art_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0",
                "art_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ",
                "ART_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "art_ÄAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatCannotBeASecretIsNotLookedUp(String text) {
        assertThat(Secret.parse(Kind.PERSONAL, text)).isEmpty();
    }
}
