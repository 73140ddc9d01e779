package io.artifactor.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that nobody else trusts, with its key. */
public final class TestingCertificate {

    public static final String STORE_PASSWORD = "a store for tests";

    private final Path folder;
    private final String name;

    private TestingCertificate(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * Makes one.
     *
     * @param name what it and its files are called
     */
    public static TestingCertificate make(Path folder, String name) throws IOException {
        TestingCertificate made = new TestingCertificate(folder, name);
        made.generate();
        return made;
    }

    /** The PKCS #12 file with the key. */
    public Path store() {
        return folder.resolve(name + ".p12");
    }

    /** The certificate alone, as programs other than Java like it. */
    public Path pem() throws IOException {
        try {
            byte[] encoded = keys().getCertificate(name).getEncoded();
            return Files.writeString(
                    folder.resolve(name + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                            .formatted(Base64.getMimeEncoder().encodeToString(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lets Open Liberty trust it. */
    public String dropin() {
        return """
        <server>
            <keyStore id="providers" location="%s" type="PKCS12" password="%s"/>
            <ssl id="defaultSSLConfig" keyStoreRef="defaultKeyStore"
                 trustStoreRef="providers"/>
        </server>
        """
                .formatted(store(), STORE_PASSWORD);
    }

    /** For clients, who trust it alone. */
    public SSLContext trust() throws IOException {
        try {
            // A store trusts its certificates, not the keys beside them.
            KeyStore certificates = KeyStore.getInstance("PKCS12");
            certificates.load(null, null);
            certificates.setCertificateEntry(name, keys().getCertificate(name));
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a server that has it. */
    public SSLContext served() throws IOException {
        try {
            KeyManagerFactory managers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys(), STORE_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, STORE_PASSWORD.toCharArray());
            return keys;
        }
    }

    private void generate() throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process making =
                new ProcessBuilder(
                                keytool.toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "SAN=ip:127.0.0.1",
                                "-keystore",
                                store().toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                STORE_PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        try {
            if (making.waitFor() != 0) {
                throw new IllegalStateException("No certificate; see " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
