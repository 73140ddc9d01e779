package io.artifactor.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {

    private static RequestKey key(String key) {
        return new RequestKey(new UserId(new UUID(0, 1)), key, "POST /api/v1/artifacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "0b1d7c1e-7f0e-4d9a-9d6e-000000000000", "\"quoted~key!\""})
    void visibleCharactersMakeAKey(String text) {
        assertThat(key(text).key()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void anythingElseIsRefusedByName(String text) {
        assertThatThrownBy(() -> key(text))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Idempotency-Key: ");
    }

    static String[] anythingElseIsRefusedByName() {
        return new String[] {
            "", "1234567", "x".repeat(129), "with a space", "täglich8", "tab\there8"
        };
    }
}
