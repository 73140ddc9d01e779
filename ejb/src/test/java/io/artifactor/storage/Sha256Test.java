package io.artifactor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    @Test
    void base64AndHexAreTheSameDigest() {
        Sha256 digest = Sha256.ofContent("hello".getBytes(UTF_8));

        assertThat(digest.hex()).isEqualTo(BlobStoreContract.HELLO_SHA);
        assertThat(digest.base64()).isEqualTo("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
        assertThat(Sha256.fromBase64(digest.base64())).contains(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "LPJNul+wow4m6DsqxbninhsWHlwfp0Je"})
    void whatIsNoDigestInBase64IsNone(String text) {
        assertThat(Sha256.fromBase64(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../../../etc/passwd",
                "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824",
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b982",
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\n"
            })
    void onlyLowerCaseHexadecimalDigitsAreADigest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(text));
    }
}
