package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** Appendix B of RFC 6238, of whose eight digits ours are the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesAreThoseOfTheStandard(long time, String code) {
        Instant at = Instant.ofEpochSecond(time);

        assertThat(OneTimeCodes.at(SECRET, OneTimeCodes.stepAt(at))).isEqualTo(code.substring(2));
        assertThat(OneTimeCodes.step(SECRET, code.substring(2), at)).hasValue(time / 30);
    }

    @Test
    void theStepsBesideThePresentOneCountAndNoOthers() {
        long present = OneTimeCodes.stepAt(NOW);

        for (long step = present - 1; step <= present + 1; step++) {
            assertThat(found(OneTimeCodes.at(SECRET, step))).hasValue(step);
        }
        assertThat(found(OneTimeCodes.at(SECRET, present - 2))).isEmpty();
        assertThat(found(OneTimeCodes.at(SECRET, present + 2))).isEmpty();
    }

    private static OptionalLong found(String code) {
        return OneTimeCodes.step(SECRET, code, NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08180", "0081804", "08180４", "081 804", "-81804", "abcdef"})
    void onlySixDigitsAreACode(String text) {
        assertThat(OneTimeCodes.isOne(text)).isFalse();
        assertThat(found(text)).isEmpty();
    }

    @Test
    void secretsHave160BitsAndAreNeverTheSame() {
        assertThat(OneTimeCodes.newSecret()).hasSize(20).isNotEqualTo(OneTimeCodes.newSecret());
    }
}
