package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir private Path folder;

    @Test
    void theKeyIsCreatedOnceAndForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("keys").resolve("signing.jwk");

        ECKey created = SigningKey.readOrCreate(file);

        assertThat(created.isPrivate()).isTrue();
        assertThat(SigningKey.readOrCreate(file)).isEqualTo(created);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void nodesThatStartAtOnceGetOneKeyAndLeaveNothingElse() throws Exception {
        Path file = folder.resolve("keys").resolve("signing.jwk");
        int nodes = 8;
        CountDownLatch together = new CountDownLatch(nodes);
        List<Future<ECKey>> keys = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(nodes)) {
            for (int i = 0; i < nodes; i++) {
                keys.add(
                        executor.submit(() -> {
                            together.countDown();
                            together.await();
                            return SigningKey.readOrCreate(file);
                        }));
            }
        }

        ECKey first = keys.getFirst().get();
        for (Future<ECKey> key : keys) {
            assertThat(key.get()).isEqualTo(first);
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aGivenKeyThatIsMissingIsNotCreated() {
        Path file = folder.resolve("mounted.jwk");

        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no such file");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatHoldsNoUsableKeyIsRefusedWithoutShowingItsContent() throws Exception {
        String secret = "not-a-key-but-secret";
        for (String content :
                List.of(
                        secret,
                        "",
                        "{\"kty\":\"oct\",\"k\":\"" + secret + "\"}",
                        new RSAKeyGenerator(2048).generate().toJSONString(),
                        new ECKeyGenerator(Curve.P_384).generate().toJSONString(),
                        new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString())) {
            Path file = Files.writeString(folder.resolve("key.jwk"), content);

            assertThatThrownBy(() -> SigningKey.readOrCreate(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ARTIFACTOR_SIGNING_KEY_FILE")
                    .hasMessageNotContaining(secret);
        }
    }
}
