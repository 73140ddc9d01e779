package io.artifactor.realm;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
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

    /** As an address carries it: deflated, in Base64. */
    String deflated() {
        return SamlXml.deflated(xml());
    }

    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("samlp", "LogoutRequest", SamlXml.PROTOCOL);
            xml.writeNamespace("samlp", SamlXml.PROTOCOL);
            xml.writeNamespace("saml", SamlXml.ASSERTION);
            xml.writeAttribute("ID", "_" + UUID.randomUUID());
            xml.writeAttribute("Version", "2.0");
            xml.writeAttribute("IssueInstant", at.truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeAttribute("Destination", destination);
            xml.writeStartElement("saml", "Issuer", SamlXml.ASSERTION);
            xml.writeCharacters(issuer);
            xml.writeEndElement();
            writeName(xml);
            if (!session.index().isEmpty()) {
                xml.writeStartElement("samlp", "SessionIndex", SamlXml.PROTOCOL);
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
        xml.writeStartElement("saml", "NameID", SamlXml.ASSERTION);
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
