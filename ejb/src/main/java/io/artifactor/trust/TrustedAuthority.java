package io.artifactor.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS by the certificates of a file, and by no others. */
public final class TrustedAuthority {

    private TrustedAuthority() {}

    /**
     * Of its own, because what the container makes the runtime's default is for other things.
     *
     * @param setting what names the file, for the message if it cannot be used
     * @param authority certificates as PEM; without it those the Java runtime trusts
     * @throws IllegalStateException if the file cannot be read or holds no certificates
     */
    public static SSLContext context(String setting, Optional<Path> authority) {
        try {
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(authority.isPresent() ? certificates(authority.get()) : null);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s: cannot use %s"
                            .formatted(setting, authority.map(Path::toString).orElse("nothing")),
                    e);
        }
    }

    private static KeyStore certificates(Path authority)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number, certificate);
                number++;
            }
            if (number == 0) {
                throw new IOException("There is no certificate in it.");
            }
            return trusted;
        }
    }
}
