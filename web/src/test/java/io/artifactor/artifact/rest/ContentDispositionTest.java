package io.artifactor.artifact.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @Test
    void anOrdinaryNameStandsInBothForms() {
        assertThat(ContentDisposition.of(false, "merge-sort.py"))
                .isEqualTo(
                        "attachment; filename=\"merge-sort.py\";"
                                + " filename*=UTF-8''merge-sort.py");
    }

    @Test
    void aForeignNameIsEncoded() {
        assertThat(ContentDisposition.of(true, "naïve 📦.txt"))
                .isEqualTo(
                        "inline; filename=\"na_ve _.txt\";"
                                + " filename*=UTF-8''na%C3%AFve%20%F0%9F%93%A6.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"; filename=\"evil.exe",
                "a\r\nSet-Cookie: x=y",
                "a\\\"b",
                "%2e%2e%2f.txt",
                "a;b",
                "a'b\u0000c\u202E"
            })
    void aHostileNameNeitherEndsItsQuotesNorTheHeader(String name) {
        String header = ContentDisposition.of(false, name);

        assertThat(header)
                .matches("attachment; filename=\"[ -~&&[^\"\\\\%;]]*\"; filename\\*=UTF-8''[!-~]*");
        assertThat(header.substring(header.indexOf("''") + 2)).doesNotContain("\"", ";", "'");
    }
}
