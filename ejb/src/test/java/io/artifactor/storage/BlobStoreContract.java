package io.artifactor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store promises. */
interface BlobStoreContract {

    Acceptance ANY = Acceptance.upTo(10_000_000);
    String HELLO_SHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    /** An empty store, the same for the whole test. */
    BlobStore store();

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String read(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<Sha256> listed() {
        try (Stream<Sha256> all = store().list()) {
            return all.toList();
        }
    }

    private static void assertProblem(ProblemCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    default void filesAreTakenOverOnce(@TempDir Path folder) throws IOException {
        StoredBlob blob = new StoredBlob(new Sha256(HELLO_SHA), 5);
        Path file = Files.writeString(folder.resolve("file"), "hello");

        store().adopt(file, blob);

        assertThat(file).doesNotExist();
        assertThat(read(store().open(blob.digest()))).isEqualTo("hello");
        store().adopt(file, blob);
        store().adopt(Files.writeString(file, "hello"), blob);
        assertThat(file).doesNotExist();
        assertThat(listed()).containsExactly(blob.digest());
        StoredBlob other = new StoredBlob(new Sha256(HELLO_SHA.replace('2', '3')), 5);
        assertProblem(ProblemCode.NOT_FOUND, () -> store().adopt(file, other));
    }

    @Test
    default void contentComesBackUnderItsDigest() throws IOException {
        StoredBlob blob = store().put(stream("hello"), ANY);

        assertThat(blob).isEqualTo(new StoredBlob(new Sha256(HELLO_SHA), 5));
        assertThat(read(store().open(blob.digest()))).isEqualTo("hello");
        assertThat(store().exists(blob.digest())).isTrue();
        assertThat(store().size(blob.digest())).hasValue(5);
        assertThat(listed()).containsExactly(blob.digest());
    }

    @Test
    default void emptyContentIsContent() throws IOException {
        StoredBlob blob = store().put(stream(""), ANY);

        assertThat(blob.size()).isZero();
        assertThat(read(store().open(blob.digest()))).isEmpty();
    }

    @Test
    default void contentLargerThanAnyBufferComesBackWhole() throws IOException {
        byte[] bytes = new byte[1_000_003];
        new Random(7).nextBytes(bytes);
        StoredBlob blob = store().put(new ByteArrayInputStream(bytes), ANY);

        try (InputStream in = store().open(blob.digest())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(blob.digest()).isEqualTo(Sha256.ofContent(bytes));
    }

    @Test
    default void theSameContentIsStoredOnce() {
        StoredBlob first = store().put(stream("hello"), ANY);
        StoredBlob second = store().put(stream("hello"), ANY);

        assertThat(second).isEqualTo(first);
        assertThat(listed()).hasSize(1);
    }

    @Test
    default void aRangeIsCutFromTheContent() throws IOException {
        Sha256 digest = store().put(stream("0123456789"), ANY).digest();

        assertThat(read(store().open(digest, 2, 3))).isEqualTo("234");
        assertThat(read(store().open(digest, 8, 100))).isEqualTo("89");
        assertThat(read(store().open(digest, 10, 1))).isEmpty();
        assertThat(read(store().open(digest, 0, 0))).isEmpty();
    }

    @Test
    default void aRangeReadByteByByteEndsWhereItShould() throws IOException {
        Sha256 digest = store().put(stream("0123456789"), ANY).digest();

        try (InputStream in = store().open(digest, 4, 2)) {
            assertThat(in.read()).isEqualTo('4');
            assertThat(in.skip(5)).isEqualTo(1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    default void contentOfExactlyTheLimitIsTakenAndOneByteMoreRefused() {
        store().put(stream("12345"), Acceptance.upTo(5));

        assertProblem(
                ProblemCode.TOO_LARGE, () -> store().put(stream("123456"), Acceptance.upTo(5)));
        assertThat(listed()).hasSize(1);
    }

    @Test
    default void contentThatIsNotWhatItsSenderSaysIsRefused() {
        Acceptance matching = ANY.matching(new Sha256(HELLO_SHA));

        assertThat(store().put(stream("hello"), matching).size()).isEqualTo(5);
        assertProblem(ProblemCode.DIGEST_MISMATCH, () -> store().put(stream("hallo"), matching));
        assertThat(listed()).hasSize(1);
    }

    @Test
    default void aSenderThatBreaksOffLeavesNothing() {
        InputStream broken = new SequenceInputStream(stream("half of it"), new BrokenStream());

        assertProblem(ProblemCode.INVALID_INPUT, () -> store().put(broken, ANY));
        assertThat(listed()).isEmpty();
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        Sha256 absent = new Sha256(HELLO_SHA);

        assertThat(store().exists(absent)).isFalse();
        assertThat(store().size(absent)).isEmpty();
        assertThat(store().delete(absent)).isFalse();
        assertProblem(ProblemCode.NOT_FOUND, () -> store().open(absent));
    }

    @Test
    default void deletedContentIsGoneAndMayComeBack() throws IOException {
        Sha256 digest = store().put(stream("hello"), ANY).digest();

        assertThat(store().delete(digest)).isTrue();
        assertThat(store().exists(digest)).isFalse();
        assertThat(listed()).isEmpty();

        store().put(stream("hello"), ANY);
        assertThat(read(store().open(digest))).isEqualTo("hello");
    }

    @Test
    default void aBatchIsThereOnceItIsCommitted() throws IOException {
        try (BlobBatch batch = store().batch()) {
            StoredBlob one = batch.add("one".getBytes(UTF_8));
            StoredBlob again = batch.add("one".getBytes(UTF_8));
            StoredBlob two = batch.add("two".getBytes(UTF_8));
            batch.commit();

            assertThat(again).isEqualTo(one);
            assertThat(read(store().open(one.digest()))).isEqualTo("one");
            assertThat(read(store().open(two.digest()))).isEqualTo("two");
            assertThat(listed()).hasSize(2);
        }
    }

    @Test
    default void aBatchMayBeUsedAgainAfterItsCommit() {
        try (BlobBatch batch = store().batch()) {
            batch.add("one".getBytes(UTF_8));
            batch.commit();
            batch.add("one".getBytes(UTF_8));
            batch.add("two".getBytes(UTF_8));
            batch.commit();
        }
        assertThat(listed()).hasSize(2);
    }

    @Test
    default void aBatchClosedWithoutCommitLeavesNothing() {
        try (BlobBatch batch = store().batch()) {
            batch.add("one".getBytes(UTF_8));
        }
        assertThat(listed()).isEmpty();
    }

    @Test
    default void manyAtOnceStoreTheSameAndDifferentContent() throws Exception {
        byte[] shared = new byte[200_000];
        new Random(1).nextBytes(shared);
        List<Callable<StoredBlob>> puts =
                IntStream.range(0, 32)
                        .<Callable<StoredBlob>>mapToObj(i ->
                                () ->
                                        i % 2 == 0
                                                ? store().put(new ByteArrayInputStream(shared), ANY)
                                                : store().put(stream("own " + i), ANY))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<StoredBlob> done : threads.invokeAll(puts)) {
                assertThat(store().size(done.get().digest())).hasValue(done.get().size());
            }
        }
        assertThat(listed().stream().collect(Collectors.toSet())).hasSize(17);
        try (InputStream in = store().open(Sha256.ofContent(shared))) {
            assertThat(in.readAllBytes()).isEqualTo(shared);
        }
    }

    /** Fails as a connection does when its other end goes away. */
    final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("Connection reset by peer");
        }
    }
}
