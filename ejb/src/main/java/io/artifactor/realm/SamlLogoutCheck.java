package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Tells whether a text is a sound LogoutRequest of the SAML identity provider: signed by a key of
 * its metadata, for this product, and of now. Safe for all threads.
 */
final class SamlLogoutCheck {

    /** How old one may be, and how far the clocks may be apart. */
    private static final Duration GOOD = Duration.ofMinutes(5);

    private static final int LONGEST = 32 * 1024;

    private final SamlProvider.Known provider;
    private final SamlSignatures signatures;
    private final String destination;
    private final Clock clock;

    /**
     * @param destination where it is to be sent to
     */
    SamlLogoutCheck(SamlProvider.Known provider, String destination, Clock clock) {
        this.provider = provider;
        this.signatures = new SamlSignatures(provider.keys());
        this.destination = destination;
        this.clock = clock;
    }

    /**
     * What a request says.
     *
     * @param id what the provider calls it
     * @param end until when somebody could repeat it
     * @param nameId whose sign-ins are over
     * @param indexes which; all, if it names none
     */
    record Said(String id, Instant end, String nameId, List<String> indexes) {}

    /**
     * What the query of an address says (HTTP-Redirect).
     *
     * @throws Problem {@code UNAUTHENTICATED} for one that is not sound
     */
    Said ofAddress(String query) {
        return checked(() -> {
            Map<String, String> raw = raw(query);
            String signed = "SAMLRequest=" + raw.getOrDefault("SAMLRequest", "");
            if (raw.containsKey("RelayState")) {
                signed += "&RelayState=" + raw.get("RelayState");
            }
            signed += "&SigAlg=" + raw.getOrDefault("SigAlg", "");
            byte[] signature = Base64.getMimeDecoder().decode(decoded(raw, "Signature"));
            if (!signatures.isSigned(signed, decoded(raw, "SigAlg"), signature)) {
                throw new IllegalArgumentException("not signed by the provider");
            }
            return said(SamlXml.parsed(SamlXml.inflated(decoded(raw, "SAMLRequest"))));
        });
    }

    /**
     * What a field of a form says (HTTP-POST).
     *
     * @throws Problem {@code UNAUTHENTICATED} for one that is not sound
     */
    Said ofForm(String field) {
        return checked(() -> {
            if (field.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            Document document =
                    SamlXml.parsed(new String(Base64.getMimeDecoder().decode(field), UTF_8));
            if (!signatures.isSigned(document.getDocumentElement())) {
                throw new IllegalArgumentException("not signed by the provider");
            }
            return said(document);
        });
    }

    private Said said(Document document) {
        Element root = document.getDocumentElement();
        require(SamlXml.PROTOCOL.equals(root.getNamespaceURI()), "of another kind");
        require("LogoutRequest".equals(root.getLocalName()), "of another kind");
        require(destination.equals(root.getAttribute("Destination")), "for another place");
        require(
                only(root, SamlXml.ASSERTION, "Issuer")
                        .filter(provider.entity()::equals)
                        .isPresent(),
                "of another provider");
        Instant now = clock.instant();
        Instant issued = Instant.parse(root.getAttribute("IssueInstant"));
        require(issued.isAfter(now.minus(GOOD)) && issued.isBefore(now.plus(GOOD)), "not of now");
        String end = root.getAttribute("NotOnOrAfter");
        require(end.isEmpty() || now.isBefore(Instant.parse(end)), "over");
        String name =
                only(root, SamlXml.ASSERTION, "NameID")
                        .orElseThrow(() -> new IllegalArgumentException("of nobody"));
        return new Said(
                root.getAttribute("ID"),
                issued.plus(GOOD.multipliedBy(2)),
                name,
                SamlXml.children(root, SamlXml.PROTOCOL, "SessionIndex").stream()
                        .map(index -> index.getTextContent().strip())
                        .toList());
    }

    private static Optional<String> only(Element root, String namespace, String name) {
        List<Element> found = SamlXml.children(root, namespace, name);
        return found.size() == 1
                ? Optional.of(found.getFirst().getTextContent().strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The fields of a query as they stand there: that is what is signed. */
    private static Map<String, String> raw(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2 && fields.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("the same twice");
            }
        }
        return fields;
    }

    private static String decoded(Map<String, String> raw, String name) {
        return URLDecoder.decode(raw.getOrDefault(name, ""), UTF_8);
    }

    private static Said checked(Reading reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED,
                    "The logout request is not valid: " + e.getMessage(),
                    e);
        }
    }

    @FunctionalInterface
    private interface Reading {
        Said read();
    }
}
