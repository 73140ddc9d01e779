package io.artifactor.realm;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * That sign-ins are over, as SAML 2.0 says it.
 *
 * @param issuer as what the provider knows this product
 * @param destination where it goes
 * @param request what is answered
 */
record LogoutResponse(String issuer, String destination, Instant at, String request) {

    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("samlp", "LogoutResponse", SamlXml.PROTOCOL);
            xml.writeNamespace("samlp", SamlXml.PROTOCOL);
            xml.writeNamespace("saml", SamlXml.ASSERTION);
            xml.writeAttribute("ID", "_" + UUID.randomUUID());
            xml.writeAttribute("Version", "2.0");
            xml.writeAttribute("IssueInstant", at.truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeAttribute("Destination", destination);
            xml.writeAttribute("InResponseTo", request);
            xml.writeStartElement("saml", "Issuer", SamlXml.ASSERTION);
            xml.writeCharacters(issuer);
            xml.writeEndElement();
            xml.writeStartElement("samlp", "Status", SamlXml.PROTOCOL);
            xml.writeEmptyElement("samlp", "StatusCode", SamlXml.PROTOCOL);
            xml.writeAttribute("Value", SUCCESS);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing is written but memory", e);
        }
        return text.toString();
    }
}
