package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoutKeyTest {

    private static final String PASSWORD = "password of a store";

    @TempDir private Path folder;

    private Path store(String algorithm) throws IOException, InterruptedException {
        Path file = folder.resolve(algorithm + ".p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "sp",
                                "-keyalg",
                                algorithm,
                                "-dname",
                                "CN=library.example",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        assertThat(made.waitFor())
                .as(() -> {
                    try (InputStream said = made.getInputStream()) {
                        return new String(said.readAllBytes(), UTF_8);
                    } catch (IOException e) {
                        return e.getMessage();
                    }
                })
                .isZero();
        return file;
    }

    @ParameterizedTest
    @CsvSource({"RSA, rsa-sha256, SHA256withRSA", "EC, ecdsa-sha256, SHA256withECDSAinP1363Format"})
    void theProviderCanCheckASignature(String algorithm, String named, String signing)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = store(algorithm);
        LogoutKey key = LogoutKey.read(file, PASSWORD);
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        Signature check = Signature.getInstance(signing);
        check.initVerify(store.getCertificate("sp"));
        check.update("SAMLRequest=x&SigAlg=y".getBytes(UTF_8));

        byte[] signature = Base64.getDecoder().decode(key.sign("SAMLRequest=x&SigAlg=y"));

        assertThat(key.algorithm()).endsWith("#" + named);
        assertThat(check.verify(signature)).isTrue();
    }

    @Test
    void aFileThatIsNoStoreIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("no.p12"), "no store");

        assertThatThrownBy(() -> LogoutKey.read(file, PASSWORD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ARTIFACTOR_SAML_LOGOUT_KEYSTORE")
                .hasMessageContaining("no.p12");
    }
}
