package io.artifactor.realm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the metadata of the SAML identity provider say of it, as far as the container does not. */
@ApplicationScoped
class SamlProvider {

    private static final Logger LOG = Logger.getLogger(SamlProvider.class.getName());
    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNING = "signing";

    @Inject
    @ConfigProperty(name = "artifactor.saml.metadata")
    private Optional<String> file;

    private Optional<Known> known = Optional.empty();

    /**
     * A provider.
     *
     * @param entity what it calls itself
     * @param keys with which it may sign
     */
    record Known(String entity, List<PublicKey> keys) {
        Known {
            keys = List.copyOf(keys);
        }
    }

    @PostConstruct
    void read() {
        known = file.filter(text -> !text.isBlank()).flatMap(text -> read(Path.of(text)));
    }

    /** Empty if there is none, or nothing to be read of it. */
    public Optional<Known> known() {
        return known;
    }

    private static Optional<Known> read(Path file) {
        try {
            return Optional.of(of(Files.readString(file)));
        } catch (IOException | IllegalArgumentException | CertificateException e) {
            LOG.log(
                    Level.WARNING,
                    "Logouts of the SAML provider are not heard, its metadata {0} say nothing: {1}",
                    new Object[] {file, e.getMessage()});
            return Optional.empty();
        }
    }

    /**
     * What metadata say.
     *
     * @throws IllegalArgumentException if they are no metadata of an identity provider
     */
    static Known of(String metadata) throws CertificateException {
        Document document = SamlXml.parsed(metadata);
        Element described =
                SamlXml.first(document, METADATA, "IDPSSODescriptor")
                        .orElseThrow(() -> new IllegalArgumentException("no identity provider"));
        if (!(described.getParentNode() instanceof Element entity)) {
            throw new IllegalArgumentException("an identity provider of no name");
        }
        List<PublicKey> keys = new ArrayList<>();
        for (Element key : SamlXml.all(described, METADATA, "KeyDescriptor")) {
            String use = key.getAttribute("use");
            if (use.isEmpty() || use.equals(SIGNING)) {
                for (Element certificate :
                        SamlXml.all(key, SamlXml.SIGNATURES, "X509Certificate")) {
                    keys.add(keyOf(certificate.getTextContent()));
                }
            }
        }
        return new Known(entity.getAttribute("entityID"), keys);
    }

    private static PublicKey keyOf(String certificate) throws CertificateException {
        byte[] bytes = Base64.getMimeDecoder().decode(certificate);
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes))
                .getPublicKey();
    }
}
