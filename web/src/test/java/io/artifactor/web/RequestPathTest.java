package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/auth/login, /api/v1/auth/login",
        "/api/v1/auth/login/, /api/v1/auth/login",
        "/api/v1/auth;a=b/login;c, /api/v1/auth/login",
        "/api/v1//auth///login, /api/v1/auth/login",
        "/, /",
        "//, /",
        "'', ''"
    })
    void aPathHasOneSpelling(String path, String plain) {
        assertThat(RequestPath.plain(path)).isEqualTo(plain);
    }
}
