package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/plain;q=0",
                "text/plain; Q = 1.000 ;ext=2",
                "text/plain;q=0.33333",
                "text/plain;charset=utf-8;q=1"
            })
    void whatClientsSendIsTaken(String accepted) {
        assertThat(AcceptedTypes.isWeighed(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/x;q=abc",
                "text/x;q=",
                "text/x;q=NaN",
                "text/x;q=-1",
                "text/x;q=1.1",
                "text/x;q=2",
                "text/x;q=1e-1",
                "text/x;q=0x1p-1",
                "text/x;q=\"0.5\"",
                "text/plain, text/x;q=.",
                "text/x;q=0.1,text/y; q = Infinity"
            })
    void whatIsNoWeightIsNot(String accepted) {
        assertThat(AcceptedTypes.isWeighed(accepted)).isFalse();
    }
}
