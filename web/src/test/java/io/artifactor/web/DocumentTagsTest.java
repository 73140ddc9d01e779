package io.artifactor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTagsTest {

    @Test
    void equalDocumentsHaveEqualTagsAndOthersOthers() {
        String tag = DocumentTags.tag("{}".getBytes(UTF_8));

        assertThat(tag).isEqualTo(DocumentTags.tag("{}".getBytes(UTF_8))).matches("\"[\\w-]{22}\"");
        assertThat(DocumentTags.tag("{ }".getBytes(UTF_8))).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "\"3\"          | true",
                "*              | true",
                "W/\"3\"        | true",
                "\"2\", \"3\"   | true",
                "\"2\",W/\"3\"  | true",
                "\"33\"         | false",
                "3              | false",
                "\"2\", \"4\"   | false",
                "W/             | false",
                "''             | false"
            })
    void aReaderHasWhatItNames(String header, boolean known) {
        assertThat(DocumentTags.isKnown(header, "\"3\"")).isEqualTo(known);
    }

    @Test
    void aWeakTagIsKnownByEitherName() {
        assertThat(DocumentTags.isKnown("W/\"a\"", "W/\"a\"")).isTrue();
        assertThat(DocumentTags.isKnown("\"a\"", "W/\"a\"")).isTrue();
        assertThat(DocumentTags.isKnown("W/\"b\"", "W/\"a\"")).isFalse();
    }

    @Test
    void aReaderThatNamesNothingHasNothing() {
        assertThat(DocumentTags.isKnown(null, "\"3\"")).isFalse();
    }
}
