package io.artifactor.artifact.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final long SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-499, 0, 500",
        "bytes=500-, 500, 500",
        "bytes=-1, 999, 1",
        "bytes=-5000, 0, 1000",
        "bytes=990-5000, 990, 10",
        "bytes= 0-0, 0, 1",
        "bytes=0-999999999999999999, 0, 1000",
    })
    void aRangeIsCutToTheContent(String header, long first, long length) throws Exception {
        assertThat(ByteRange.of(header, SIZE)).contains(new ByteRange(first, length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=",
                "bytes=a-b",
                "bytes=5-4",
                "items=0-1",
                "bytes=0-1,5-6",
                "bytes=0-99999999999999999999",
                "bytes 0-1",
                "",
                "bytes=--1",
            })
    void whatCannotBeReadIsIgnored(String header) throws Exception {
        assertThat(ByteRange.of(header, SIZE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
    void aRangeBehindTheEndCannotBeSatisfied(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, SIZE))
                .isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @Test
    void emptyContentHasNoRanges() {
        assertThatThrownBy(() -> ByteRange.of("bytes=0-", 0))
                .isInstanceOf(ByteRange.Unsatisfiable.class);
        assertThatThrownBy(() -> ByteRange.of("bytes=-1", 0))
                .isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @Test
    void aPartSaysWhereItStands() {
        assertThat(new ByteRange(10, 5).contentRange(SIZE)).isEqualTo("bytes 10-14/1000");
    }
}
