package io.artifactor.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void cellsAreQuotedAndQuotesDoubled() {
        assertThat(CsvLine.of(1, "a \"b\", c\nd", null))
                .isEqualTo("\"1\",\"a \"\"b\"\", c\nd\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "\uff1d1"})
    void whatLooksLikeAFormulaIsText(String text) {
        assertThat(CsvLine.of(text)).isEqualTo("\"'" + text + "\"\r\n");
    }

    @Test
    void whatIsNoFormulaStaysAsItIs() {
        assertThat(CsvLine.of("a=b", "2026-11-21")).isEqualTo("\"a=b\",\"2026-11-21\"\r\n");
    }
}
