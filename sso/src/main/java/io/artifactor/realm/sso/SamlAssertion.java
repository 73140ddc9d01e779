package io.artifactor.realm.sso;

import com.ibm.websphere.security.saml2.Saml20Token;
import io.artifactor.realm.SamlSession;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What an assertion says of the sign-in that the container's view of it leaves out. */
final class SamlAssertion {

    private static final String NAMESPACE = "urn:oasis:names:tc:SAML:2.0:assertion";

    private SamlAssertion() {}

    /** The sign-in at the provider. The container has checked the assertion. */
    static SamlSession sessionOf(Saml20Token token) {
        Document assertion = parsed(token.getSAMLAsString());
        return new SamlSession(
                token.getSAMLNameID(),
                attribute(assertion, "NameID", "Format"),
                attribute(assertion, "NameID", "NameQualifier"),
                attribute(assertion, "NameID", "SPNameQualifier"),
                attribute(assertion, "AuthnStatement", "SessionIndex"));
    }

    private static String attribute(Document assertion, String element, String name) {
        NodeList found = assertion.getElementsByTagNameNS(NAMESPACE, element);
        return found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute(name);
    }

    private static Document parsed(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The container let an assertion in that is no XML", e);
        }
    }
}
