package io.artifactor.artifact.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

    private static final String BOUNDARY = "----x7MA4YWxk";

    private static MultipartReader reader(String body) {
        return new MultipartReader(new ByteArrayInputStream(body.getBytes(UTF_8)), BOUNDARY);
    }

    private static String part(String disposition, String content) {
        return "--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n\r\n"
                + content
                + "\r\n";
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private static String text(MultipartPart part) throws IOException {
        return new String(part.content().readAllBytes(), UTF_8);
    }

    @Test
    void partsComeInTheirOrder() throws IOException {
        MultipartReader reader =
                reader(
                        part("name=\"title\"", "Grüße")
                                + part("name=\"file\"; filename=\"a \\\"b\\\".txt\"", "x\r\ny\r\n")
                                + end());

        MultipartPart title = reader.next().orElseThrow();
        assertThat(title.name()).isEqualTo("title");
        assertThat(title.fileName()).isEmpty();
        assertThat(text(title)).isEqualTo("Grüße");
        MultipartPart file = reader.next().orElseThrow();
        assertThat(file.fileName()).contains("a \"b\".txt");
        assertThat(text(file)).isEqualTo("x\r\ny\r\n");
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void whatIsNotReadIsSkipped() throws IOException {
        MultipartReader reader =
                reader(
                        "preamble\r\n"
                                + part("name=a", "1".repeat(200_000))
                                + part("name=b", "2")
                                + end());

        assertThat(reader.next().orElseThrow().content().read()).isEqualTo('1');
        assertThat(text(reader.next().orElseThrow())).isEqualTo("2");
    }

    @Test
    void contentThatLooksLikeABoundaryIsContent() throws IOException {
        String content =
                "\r\n--" + BOUNDARY.substring(0, 5) + "\r\n\r\r\n--\r\n-" + BOUNDARY + "\r";
        MultipartReader reader = reader(part("name=file", content) + end());

        assertThat(text(reader.next().orElseThrow())).isEqualTo(content);
    }

    @Test
    void contentOfEverySizeAroundTheBufferComesWholeHoweverItArrives() throws IOException {
        for (int size : List.of(0, 1, 65_400, 65_500, 65_535, 65_536, 65_537, 131_072, 300_001)) {
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Type: a/b\r\n\r\n").getBytes(UTF_8));
            body.writeBytes(content);
            body.writeBytes(("\r\n--" + BOUNDARY + "--").getBytes(UTF_8));
            InputStream slow = new Trickle(body.toByteArray());
            MultipartPart part = new MultipartReader(slow, BOUNDARY).next().orElseThrow();

            assertThat(part.header("content-type")).isEqualTo("a/b");
            assertThat(part.content().readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of the sort",
                "--" + BOUNDARY,
                "--" + BOUNDARY + "\r\nContent-Type: a/b\r\n\r\ncut off",
                "--" + BOUNDARY + "\r\nContent-Type: a/b",
                "--" + BOUNDARY + "junk\r\n\r\n",
            })
    void aBodyThatBreaksOffIsNotTakenForWhole(String body) {
        assertThatThrownBy(() -> drain(reader(body))).isInstanceOf(IOException.class);
    }

    @Test
    void endlessHeadersAreRefused() {
        String body = "--" + BOUNDARY + "\r\n" + "x: y\r\n".repeat(100_000) + "\r\n";

        assertThatThrownBy(() -> drain(reader(body)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aBoundaryHas1To70Characters() {
        assertThatThrownBy(() -> new MultipartReader(InputStream.nullInputStream(), ""))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new MultipartReader(InputStream.nullInputStream(), "b".repeat(71)))
                .isInstanceOf(Problem.class);
    }

    private static List<String> drain(MultipartReader reader) throws IOException {
        List<String> parts = new ArrayList<>();
        for (Optional<MultipartPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            parts.add(text(part.get()));
        }
        return parts;
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Trickle extends ByteArrayInputStream {

        private int turn;

        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + turn++ * 7 % 4099));
        }
    }
}
