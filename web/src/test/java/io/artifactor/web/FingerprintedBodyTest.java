package io.artifactor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FingerprintedBodyTest {

    private static FingerprintedBody of(String body, String parameters) {
        return new FingerprintedBody(new ByteArrayInputStream(body.getBytes(UTF_8)), parameters);
    }

    private static byte[] drained(String body, String parameters) throws IOException {
        FingerprintedBody stream = of(body, parameters);
        assertThat(stream.drain(body.length())).isTrue();
        return stream.fingerprint();
    }

    @Test
    void theFingerprintIsTheSameHoweverItIsRead() throws IOException {
        FingerprintedBody stream = of("some longer body", "a=1");
        assertThat(stream.read()).isEqualTo('s');
        assertThat(stream.readNBytes(4)).hasSize(4);
        stream.close();
        assertThat(stream.drain(100)).isTrue();

        assertThat(stream.size()).isEqualTo(16);
        assertThat(stream.fingerprint()).isEqualTo(drained("some longer body", "a=1"));
    }

    @Test
    void anotherBodyOrOtherParametersHaveAnotherFingerprint() throws IOException {
        byte[] first = drained("body", "a=1");

        assertThat(drained("bodY", "a=1")).isNotEqualTo(first);
        assertThat(drained("body", "a=2")).isNotEqualTo(first);
        assertThat(drained("1body", "a=")).isNotEqualTo(first);
        assertThat(drained("", "a=1")).isNotEqualTo(first);
    }

    @Test
    void aBodyLongerThanExpectedIsNotReadToItsEnd() throws IOException {
        FingerprintedBody stream = of("x".repeat(1_000_000), "");

        assertThat(stream.drain(10)).isFalse();
        assertThat(stream.size()).isLessThan(100_000);
    }
}
