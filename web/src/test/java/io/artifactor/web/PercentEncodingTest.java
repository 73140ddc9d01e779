package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "q=a", "q=%20", "q=J%C3%B6rg&a=%2525", "q=%f0%9f%98%80", "%00"})
    void whatCanBeDecodedIsSound(String text) {
        assertThat(PercentEncoding.isSound(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "q=%",
                "q=%2",
                "q=%zz",
                "q=%ff",
                "q=%c0%80",
                "q=%C3",
                "q=%C3a%B6",
                "%%20"
            })
    void whatCannotIsNot(String text) {
        assertThat(PercentEncoding.isSound(text)).isFalse();
    }
}
