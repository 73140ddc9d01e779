package io.artifactor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFilesTest {

    private final UUID part = UUID.randomUUID();
    private final List<Long> reported = new ArrayList<>();

    @TempDir private Path folder;
    private PartFiles parts;

    @BeforeEach
    void open() {
        parts = new PartFiles(folder.resolve("parts"));
    }

    @Test
    void piecesFollowOneAnother() throws IOException {
        assertThat(append(0, 10, "hello")).isEqualTo(5);
        assertThat(append(5, 10, "world")).isEqualTo(10);

        assertThat(Files.readString(parts.file(part))).isEqualTo("helloworld");
        assertThat(reported).containsExactly(5L, 10L);
        assertThat(parts.digest(part)).contains(Sha256.ofContent(bytes("helloworld")));
    }

    @Test
    void whatWasNeverReportedIsCutOff() throws IOException {
        Files.write(parts.file(part), bytes("hello and what a crash left"));

        append(5, 10, "world");

        assertThat(Files.readString(parts.file(part))).isEqualTo("helloworld");
    }

    @Test
    void aStreamThatBreaksOffCountsAsFarAsItCame() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                };
        InputStream content = new SequenceInputStream(stream("hel"), broken);

        assertThat(parts.append(part, 0, 10, content, reported::add)).isEqualTo(3);
        assertThat(reported).containsExactly(3L);
    }

    @Test
    void bytesBeyondTheLimitAreRefusedAndTheOthersStay() {
        append(0, 7, "hello");

        assertThatThrownBy(() -> append(5, 7, "world"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE));
        assertThat(reported).containsExactly(5L, 5L);
    }

    @Test
    void partsThatLostBytesAreNotGoneOnWith() {
        assertThatThrownBy(() -> append(5, 10, "world"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    }

    @Test
    void longPiecesAreReportedOnTheWay() {
        byte[] large = new byte[20 << 20];

        parts.append(part, 0, large.length, new ByteArrayInputStream(large), reported::add);

        assertThat(reported).hasSizeGreaterThanOrEqualTo(3).endsWith((long) large.length);
    }

    @Test
    void onlyOldPartsAreFound() {
        append(0, 10, "hello");

        assertThat(parts.untouchedSince(Instant.now().minusSeconds(60))).isEmpty();
        assertThat(parts.untouchedSince(Instant.now().plusSeconds(60))).containsExactly(part);
        parts.delete(part);
        parts.delete(part);
        assertThat(parts.digest(part)).isEmpty();
    }

    private long append(long from, long limit, String piece) {
        return parts.append(part, from, limit, stream(piece), reported::add);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
