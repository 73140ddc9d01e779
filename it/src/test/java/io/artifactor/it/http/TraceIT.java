package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked is not to be had from the answer. */
class TraceIT extends ServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/health", "/health", "/api/v1/auth/me", "/sso/out"})
    void noRequestIsSentBackToWhoeverMadeIt(String path) throws IOException {
        RawRequest.Answer answer =
                new RawRequest("TRACE", path, List.of("X-Planted: a secret of mine"), new byte[0])
                        .send(URI.create(RunningServer.stack().url()));

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.text()).doesNotContain("a secret of mine");
    }
}
