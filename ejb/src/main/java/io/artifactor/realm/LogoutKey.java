package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collections;

/** The key by which the identity provider knows that a request is this product's. */
final class LogoutKey {

    private static final String ALGORITHMS = "http://www.w3.org/2001/04/xmldsig-more#";

    private final PrivateKey key;

    private LogoutKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * The private key of a PKCS #12 file.
     *
     * @throws IllegalStateException if there is none that can be read
     */
    static LogoutKey read(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey found) {
                    return new LogoutKey(found);
                }
            }
            throw new IllegalStateException(
                    "The file of ARTIFACTOR_SAML_LOGOUT_KEYSTORE holds no private key: " + file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The file of ARTIFACTOR_SAML_LOGOUT_KEYSTORE cannot be read: " + file, e);
        }
    }

    /** How SAML calls what {@link #sign} does. */
    String algorithm() {
        return ALGORITHMS + (isElliptic() ? "ecdsa-sha256" : "rsa-sha256");
    }

    /** A signature of the text, in Base64. */
    String sign(String text) {
        try {
            // SAML has the two numbers of ECDSA one after the other, not in ASN.1.
            Signature signature =
                    Signature.getInstance(
                            isElliptic() ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key for SAML logout cannot sign", e);
        }
    }

    private boolean isElliptic() {
        return key.getAlgorithm().equals("EC");
    }
}
