package io.artifactor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestHeadersTest {

    private static final Sha256 HELLO = Sha256.ofContent("hello".getBytes(UTF_8));
    private static final String HEADER = "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:";

    @Test
    void aDigestIsWrittenAsItIsRead() {
        assertThat(DigestHeaders.of(HELLO)).isEqualTo(HEADER);
        assertThat(DigestHeaders.expected(Map.of("Repr-Digest", HEADER)::get)).contains(HELLO);
        assertThat(DigestHeaders.expected(Map.of("Content-Digest", HEADER)::get)).contains(HELLO);
    }

    @Test
    void otherAlgorithmsAreLeftUnread() {
        assertThat(DigestHeaders.expected(Map.of("Repr-Digest", "sha-512=:AAAA:, " + HEADER)::get))
                .contains(HELLO);
        assertThat(DigestHeaders.expected(Map.of("Repr-Digest", "sha-512=:AAAA:")::get)).isEmpty();
        assertThat(DigestHeaders.expected(name -> null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=abc",
                "sha-256=::",
                "sha-256=:x:",
                "sha-256=:AAAA:",
                "sha-256=",
                "abc",
                "",
                ",",
                "sha-512=:AAAA:,",
                "SHA-256=:AAAA:",
                "sha-512=AAAA, sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"
            })
    void aDigestThatCannotBeReadIsRefusedByName(String value) {
        assertThatThrownBy(() -> DigestHeaders.expected(Map.of("Content-Digest", value)::get))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Content-Digest");
    }

    @Test
    void twoDigestsThatContradictAreRefused() {
        String other = DigestHeaders.of(Sha256.ofContent(new byte[0]));
        Map<String, String> headers = Map.of("Content-Digest", HEADER, "Repr-Digest", other);

        assertThatThrownBy(() -> DigestHeaders.expected(headers::get))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH));
    }
}
