package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Signatures of the SAML identity provider, by keys of its metadata and no others. */
final class SamlSignatures {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

    /** As Java calls them. SAML has the two numbers of ECDSA one after the other. */
    private static final Map<String, String> ALGORITHMS =
            Map.of(
                    MORE + "rsa-sha256", "SHA256withRSA",
                    MORE + "rsa-sha384", "SHA384withRSA",
                    MORE + "rsa-sha512", "SHA512withRSA",
                    MORE + "ecdsa-sha256", "SHA256withECDSAinP1363Format",
                    MORE + "ecdsa-sha384", "SHA384withECDSAinP1363Format",
                    MORE + "ecdsa-sha512", "SHA512withECDSAinP1363Format");

    private static final Set<String> TRANSFORMS =
            Set.of(
                    Transform.ENVELOPED,
                    CanonicalizationMethod.EXCLUSIVE,
                    CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private final List<PublicKey> keys;

    SamlSignatures(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Whether one of the keys signed the text of an address. */
    boolean isSigned(String text, String algorithm, byte[] signature) {
        @Nullable String name = ALGORITHMS.get(algorithm);
        return name != null && keys.stream().anyMatch(key -> isSigned(text, name, signature, key));
    }

    private static boolean isSigned(String text, String algorithm, byte[] bytes, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(text.getBytes(UTF_8));
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false; // A key of another kind, or no signature.
        }
    }

    /** Whether one of the keys signed the document that begins here, all of it. */
    boolean isSigned(Element root) {
        List<Element> signatures = SamlXml.all(root, SamlXml.SIGNATURES, "Signature");
        if (signatures.size() != 1 || signatures.getFirst().getParentNode() != root) {
            return false;
        }
        return keys.stream().anyMatch(key -> isSigned(root, signatures.getFirst(), key));
    }

    private static boolean isSigned(Element root, Element element, PublicKey key) {
        try {
            root.setIdAttribute("ID", true);
            DOMValidateContext context =
                    new DOMValidateContext(KeySelector.singletonKeySelector(key), element);
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            XMLSignature signature =
                    XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            return ALGORITHMS.containsKey(
                            signature.getSignedInfo().getSignatureMethod().getAlgorithm())
                    && isOfAll(signature, root.getAttribute("ID"))
                    && signature.validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    /** What a signature is of must be what is read afterwards. */
    private static boolean isOfAll(XMLSignature signature, String id) {
        List<Reference> references = signature.getSignedInfo().getReferences();
        return !id.isEmpty()
                && references.size() == 1
                && ("#" + id).equals(references.getFirst().getURI())
                && references.getFirst().getTransforms().stream()
                        .map(Transform::getAlgorithm)
                        .allMatch(TRANSFORMS::contains);
    }
}
