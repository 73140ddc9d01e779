package io.artifactor.it.realm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Ways to change a SAML response whose assertion is signed. The eight of signature wrapping are
 * those of Somorovsky et al., "On Breaking SAML" (2012), by the numbers that testers use: the
 * signed assertion stays somewhere in the document, and another stands where it is looked for.
 */
enum SamlForgery {
    NONE {
        @Override
        void apply(Parts parts) {}
    },
    UNSIGNED {
        @Override
        void apply(Parts parts) {
            parts.genuine.removeChild(parts.signature);
        }
    },
    UNSIGNED_AND_ANOTHER {
        @Override
        void apply(Parts parts) {
            parts.response.replaceChild(parts.evil, parts.genuine);
        }
    },
    ANOTHER_SUBJECT_UNDER_THE_SIGNATURE {
        @Override
        void apply(Parts parts) {
            parts.rename(parts.genuine);
        }
    },
    ANOTHER_VALUE_IN_THE_SIGNATURE {
        @Override
        void apply(Parts parts) {
            Element value = first(parts.signature, "SignatureValue");
            value.setTextContent(new StringBuilder(value.getTextContent().strip()).reverse() + "");
        }
    },
    A_COMMENT_IN_THE_SUBJECT {
        @Override
        void apply(Parts parts) {
            Element subject = first(parts.genuine, "NameID");
            String text = subject.getTextContent();
            subject.setTextContent(SUBJECT);
            subject.appendChild(parts.document.createComment(text));
        }
    },
    XSW1 {
        @Override
        void apply(Parts parts) {
            // The signed document inside of the signature of another.
            Node whole = parts.response.cloneNode(true);
            parts.response.replaceChild(parts.evil, parts.genuine);
            Node signature = parts.signature.cloneNode(true);
            signature.appendChild(whole);
            parts.evil.insertBefore(signature, parts.evil.getFirstChild().getNextSibling());
        }
    },
    XSW2 {
        @Override
        void apply(Parts parts) {
            // The signed document before the other.
            Node whole = parts.response.cloneNode(true);
            parts.response.replaceChild(parts.evil, parts.genuine);
            parts.response.insertBefore(whole, parts.evil);
        }
    },
    XSW3 {
        @Override
        void apply(Parts parts) {
            parts.response.insertBefore(parts.evil, parts.genuine);
        }
    },
    XSW4 {
        @Override
        void apply(Parts parts) {
            parts.response.replaceChild(parts.evil, parts.genuine);
            parts.evil.appendChild(parts.genuine);
        }
    },
    XSW5 {
        @Override
        void apply(Parts parts) {
            Node bare = parts.withoutSignature();
            parts.rename(parts.genuine);
            parts.genuine.setAttribute("ID", "_evil");
            parts.response.appendChild(bare);
        }
    },
    XSW6 {
        @Override
        void apply(Parts parts) {
            Node bare = parts.withoutSignature();
            parts.rename(parts.genuine);
            parts.genuine.setAttribute("ID", "_evil");
            parts.signature.appendChild(bare);
        }
    },
    XSW7 {
        @Override
        void apply(Parts parts) {
            Element extensions =
                    parts.document.createElementNS(
                            "urn:oasis:names:tc:SAML:2.0:protocol", "samlp:Extensions");
            parts.response.insertBefore(extensions, parts.genuine);
            extensions.appendChild(parts.evil);
        }
    },
    XSW8 {
        @Override
        void apply(Parts parts) {
            Node bare = parts.withoutSignature();
            parts.rename(parts.genuine);
            parts.genuine.setAttribute("ID", "_evil");
            Element object =
                    parts.document.createElementNS(
                            "http://www.w3.org/2000/09/xmldsig#", "dsig:Object");
            parts.signature.appendChild(object);
            object.appendChild(bare);
        }
    };

    /** Whom the forger wants to be. */
    static final String SUBJECT = "somebody-else-altogether";

    abstract void apply(Parts parts);

    /** Whether the signed assertion stays in the document. */
    boolean isWrapping() {
        return name().startsWith("XSW");
    }

    /** The response with this change, both as a form carries it. */
    String of(String response) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(Base64.getDecoder().decode(response)));
            apply(Parts.of(document));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (ParserConfigurationException
                | SAXException
                | IOException
                | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element first(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        if (found.getLength() == 0) {
            throw new IllegalStateException("No " + name + " in the response");
        }
        return (Element) found.item(0);
    }

    /**
     * What the changes work with.
     *
     * @param genuine the signed assertion
     * @param evil a copy without the signature, of somebody else
     */
    record Parts(
            Document document, Element response, Element genuine, Element signature, Element evil) {

        static Parts of(Document document) {
            Element response = document.getDocumentElement();
            // Whoever changes it leaves out what is signed of the whole; not all providers sign
            // that.
            for (Node node = response.getFirstChild(); node != null; node = node.getNextSibling()) {
                if ("Signature".equals(node.getLocalName())) {
                    response.removeChild(node);
                    break;
                }
            }
            Element genuine = first(response, "Assertion");
            Element evil = (Element) genuine.cloneNode(true);
            evil.removeChild(first(evil, "Signature"));
            evil.setAttribute("ID", "_evil");
            Parts parts = new Parts(document, response, genuine, first(genuine, "Signature"), evil);
            parts.rename(evil);
            return parts;
        }

        void rename(Element assertion) {
            first(assertion, "NameID").setTextContent(SUBJECT);
        }

        Node withoutSignature() {
            Element bare = (Element) genuine.cloneNode(true);
            bare.removeChild(first(bare, "Signature"));
            return bare;
        }
    }
}
