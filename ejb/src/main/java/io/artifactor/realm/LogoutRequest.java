package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A LogoutRequest of SAML 2.0.
 *
 * @param issuer as what the provider knows this product
 * @param destination where it goes
 */
record LogoutRequest(String issuer, String destination, Instant at, SamlSession session) {

    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    /** As an address carries it: deflated, in Base64. */
    String deflated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(xml().getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Nothing is written but memory", e);
        } finally {
            raw.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("samlp", "LogoutRequest", PROTOCOL);
            xml.writeNamespace("samlp", PROTOCOL);
            xml.writeNamespace("saml", ASSERTION);
            xml.writeAttribute("ID", "_" + UUID.randomUUID());
            xml.writeAttribute("Version", "2.0");
            xml.writeAttribute("IssueInstant", at.truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeAttribute("Destination", destination);
            xml.writeStartElement("saml", "Issuer", ASSERTION);
            xml.writeCharacters(issuer);
            xml.writeEndElement();
            writeName(xml);
            if (!session.index().isEmpty()) {
                xml.writeStartElement("samlp", "SessionIndex", PROTOCOL);
                xml.writeCharacters(session.index());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing is written but memory", e);
        }
        return text.toString();
    }

    private void writeName(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("saml", "NameID", ASSERTION);
        writeUnlessEmpty(xml, "Format", session.format());
        writeUnlessEmpty(xml, "NameQualifier", session.qualifier());
        writeUnlessEmpty(xml, "SPNameQualifier", session.serviceQualifier());
        xml.writeCharacters(session.nameId());
        xml.writeEndElement();
    }

    private static void writeUnlessEmpty(XMLStreamWriter xml, String name, String value)
            throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeAttribute(name, value);
        }
    }
}
