package io.artifactor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final AtomicInteger announced = new AtomicInteger();

    private void write(String text, int pieceLength) throws IOException {
        try (LateGzip gzip = new LateGzip(sent, announced::incrementAndGet)) {
            byte[] bytes = text.getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i += pieceLength) {
                gzip.write(bytes, i, Math.min(pieceLength, bytes.length - i));
            }
            gzip.finish();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1024, 100", "1024, 1024"})
    void aShortDocumentIsSentAsItIs(int length, int pieceLength) throws IOException {
        write("x".repeat(length), pieceLength);

        assertThat(sent.toString(UTF_8)).isEqualTo("x".repeat(length));
        assertThat(announced).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"1025, 1", "1025, 2000", "1000000, 8192"})
    void aLongOneIsCompressedAndAnnouncedOnce(int length, int pieceLength) throws IOException {
        write("xyz".repeat(length), pieceLength);

        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes();
        assertThat(new String(unpacked, UTF_8)).isEqualTo("xyz".repeat(length));
        assertThat(sent.size()).isLessThan(length * 3);
        assertThat(announced).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                  | true",
                "deflate, gzip, br     | true",
                "GZIP;q=0.5            | true",
                "gzip; q=1.0           | true",
                "gzip;q=0              | false",
                "gzip;q=0.000, br      | false",
                "identity              | false",
                "br                    | false",
                "gzipped               | false",
                "''                    | false"
            })
    void onlyThoseWhoTakeItGetIt(String header, boolean accepted) {
        assertThat(Compression.accepts(header)).isEqualTo(accepted);
    }

    @Test
    void whoSaysNothingGetsNothingCompressed() {
        assertThat(Compression.accepts(null)).isFalse();
    }
}
