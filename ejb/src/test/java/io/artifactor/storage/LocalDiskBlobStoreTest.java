package io.artifactor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskBlobStoreTest implements BlobStoreContract {

    @TempDir Path root;
    private BlobStore store;

    @BeforeEach
    void open() {
        store = new LocalDiskBlobStore(root, Clock.systemUTC());
    }

    @Override
    public BlobStore store() {
        return store;
    }

    private static InputStream hello() {
        return new ByteArrayInputStream("hello".getBytes(UTF_8));
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("tmp"))) {
            return files.toList();
        }
    }

    @Test
    void contentLiesWhereItsDigestSays() {
        store.put(hello(), ANY);

        assertThat(root.resolve("2c").resolve("f2").resolve(HELLO_SHA)).hasContent("hello");
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        store.put(hello(), ANY);
        store.put(hello(), ANY);
        assertThatThrownBy(() -> store.put(hello(), Acceptance.upTo(1)));
        assertThatThrownBy(() -> store.put(new BrokenStream(), ANY));
        try (BlobBatch batch = store.batch()) {
            batch.add("never committed".getBytes(UTF_8));
        }

        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void contentThatIsThereIsNotWrittenAgainButRenewed() throws IOException {
        Sha256 digest = store.put(hello(), ANY).digest();
        Path file = root.resolve("2c").resolve("f2").resolve(digest.hex());
        Object inode = Files.getAttribute(file, "unix:ino");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(30))));

        store.put(hello(), ANY);

        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
        assertThat(Files.getLastModifiedTime(file).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    private void age(Sha256 digest) throws IOException {
        Files.setLastModifiedTime(
                store.file(digest).orElseThrow(),
                FileTime.from(Instant.now().minus(Duration.ofDays(30))));
    }

    @Test
    void unusedContentIsRemovedOnceItIsOld() throws IOException {
        Sha256 digest = store.put(hello(), ANY).digest();
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));

        assertThat(store.deleteUnused(digest, hourAgo)).isFalse();
        assertThat(store.exists(digest)).isTrue();
        age(digest);
        assertThat(store.deleteUnused(digest, hourAgo)).isTrue();
        assertThat(store.exists(digest)).isFalse();
        assertThat(store.deleteUnused(digest, hourAgo)).isTrue();
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void contentStoredAgainWhileItIsCollectedStays() throws Exception {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 300; i++) {
                Sha256 digest = store.put(hello(), ANY).digest();
                age(digest);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> collector =
                        threads.submit(() -> {
                            start.await();
                            return store.deleteUnused(digest, hourAgo);
                        });
                Future<?> writer =
                        threads.submit(() -> {
                            start.await();
                            return store.put(hello(), ANY);
                        });
                collector.get();
                writer.get();
                assertThat(store.open(digest)).hasContent("hello");
            }
        }
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void aFileADamagedDiskCutShortIsReplaced() throws IOException {
        Sha256 digest = store.put(hello(), ANY).digest();
        Path file = root.resolve("2c").resolve("f2").resolve(digest.hex());
        Files.writeString(file, "hel");

        store.put(hello(), ANY);

        assertThat(file).hasContent("hello");
    }

    @Test
    void oldTemporaryFilesAreSweptAtTheStartAndYoungOnesKept() throws IOException {
        Path old = Files.createFile(root.resolve("tmp").resolve("old.part"));
        Path young = Files.createFile(root.resolve("tmp").resolve("young.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        store = new LocalDiskBlobStore(root, Clock.systemUTC());

        assertThat(temporaryFiles()).containsExactly(young);
    }

    @Test
    void aFullDiskIsSaidSoAndNothingIsKept() throws IOException {
        BlobStore full = new LocalDiskBlobStore(new FullDisk(root));

        assertCode(ProblemCode.STORAGE_FULL, () -> full.put(hello(), ANY));
        try (BlobBatch batch = full.batch()) {
            assertCode(ProblemCode.STORAGE_FULL, () -> batch.add("hello".getBytes(UTF_8)));
            batch.commit();
        }
        assertThat(temporaryFiles()).isEmpty();
        assertThat(full.exists(new Sha256(HELLO_SHA))).isFalse();
    }

    @Test
    void aStoreThatCannotBeWrittenIsUnavailable() throws IOException {
        Path file = Files.createFile(root.resolve("a-file"));

        assertCode(
                ProblemCode.UNAVAILABLE,
                () -> new LocalDiskBlobStore(file.resolve("blobs"), Clock.systemUTC()));
    }

    private static void assertCode(ProblemCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** Has room for two bytes and then says what Linux says. */
    private static final class FullDisk extends BlobFiles {

        FullDisk(Path root) {
            super(root);
        }

        @Override
        OutputStream create(Path file) throws IOException {
            return new FilterOutputStream(super.create(file)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    super.write(bytes, offset, Math.min(2, length));
                    throw new IOException("No space left on device");
                }
            };
        }
    }
}
