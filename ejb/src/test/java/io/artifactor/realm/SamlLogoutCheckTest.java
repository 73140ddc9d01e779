package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SamlLogoutCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String HERE = "https://library.example.com/sso/out";
    private static final String ENTITY = "https://idp.example/saml";
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String REQUEST =
            """
            <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
                    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_once" Version="2.0"
                    IssueInstant="2026-11-22T07:59:30Z" Destination="%s">
                <saml:Issuer>%s</saml:Issuer><saml:NameID>G-anna</saml:NameID>
                <samlp:SessionIndex>7</samlp:SessionIndex><samlp:SessionIndex>8</samlp:SessionIndex>
            </samlp:LogoutRequest>\
            """
                    .formatted(HERE, ENTITY);

    private final KeyPair key = newKey();
    private final SamlLogoutCheck check =
            new SamlLogoutCheck(
                    new SamlProvider.Known(ENTITY, List.of(newKey().getPublic(), key.getPublic())),
                    HERE,
                    Clock.fixed(NOW, ZoneOffset.UTC));

    private static KeyPair newKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAddressTheProviderSignedSaysWhichSignInsAreOver() throws Exception {
        SamlLogoutCheck.Said said = check.ofAddress(address(REQUEST, RSA, key));

        assertThat(said.id()).isEqualTo("_once");
        assertThat(said.nameId()).isEqualTo("G-anna");
        assertThat(said.indexes()).containsExactly("7", "8");
        assertThat(said.end()).isAfter(NOW.plusSeconds(300));
    }

    @Test
    void aFormTheProviderSignedSaysTheSame() throws Exception {
        assertThat(check.ofForm(form(REQUEST, key, it -> it)).nameId()).isEqualTo("G-anna");
    }

    @Test
    void whatIsNotSoundIsRefusedHoweverItIsSigned() throws Exception {
        List<String> unsound =
                List.of(
                        REQUEST.replace(HERE, "https://elsewhere.example/sso/out"),
                        REQUEST.replace("Destination=\"" + HERE + "\"", ""),
                        REQUEST.replace(ENTITY, "https://evil.example"),
                        REQUEST.replace("07:59:30", "07:54:59"),
                        REQUEST.replace("07:59:30", "08:06:00"),
                        REQUEST.replace(
                                "Version=", "NotOnOrAfter=\"2026-11-22T08:00:00Z\" Version="),
                        REQUEST.replace("<saml:NameID>G-anna</saml:NameID>", ""),
                        REQUEST.replace(
                                "<saml:NameID>", "<saml:NameID>G-other</saml:NameID><saml:NameID>"),
                        REQUEST.replace("LogoutRequest", "AuthnRequest"),
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + REQUEST,
                        "no XML");
        for (String request : unsound) {
            String address = address(request, RSA, key);
            assertRefused(() -> check.ofAddress(address), request);
        }
    }

    @Test
    void anAddressSomebodyElseSignedOrChangedIsRefused() throws Exception {
        String sound = address(REQUEST, RSA, key);
        String unsigned = sound.substring(0, sound.indexOf("&SigAlg="));
        String other = address(REQUEST.replace("G-anna", "G-boris"), RSA, newKey());
        String mixed =
                other.substring(0, other.indexOf("&SigAlg="))
                        + sound.substring(sound.indexOf("&SigAlg="));

        for (String query :
                List.of(
                        unsigned,
                        other,
                        mixed,
                        sound.replace("rsa-sha256", "rsa-md5"),
                        sound + "&SAMLRequest=" + "abc",
                        sound + "&RelayState=added",
                        "",
                        "SAMLRequest=%00&SigAlg=&Signature=")) {
            assertRefused(() -> check.ofAddress(query), query);
        }
    }

    @Test
    void aFormSomebodyElseSignedOrChangedIsRefused() throws Exception {
        String unsigned = Base64.getEncoder().encodeToString(REQUEST.getBytes(UTF_8));
        String other = form(REQUEST, newKey(), it -> it);
        String changed = form(REQUEST, key, it -> it.replace("G-anna", "G-boris"));
        // The signed request inside of another.
        String wrapped =
                form(
                        REQUEST,
                        key,
                        it ->
                                REQUEST.replace("G-anna", "G-boris")
                                        .replace("_once", "_evil")
                                        .replace(
                                                "</samlp:LogoutRequest>",
                                                it + "</samlp:LogoutRequest>"));
        String moved =
                form(
                        REQUEST,
                        key,
                        it -> {
                            String signature =
                                    it.substring(
                                            it.indexOf("<Signature"),
                                            it.indexOf("</Signature>") + 12);
                            return REQUEST.replace("G-anna", "G-boris")
                                    .replace("_once", "_evil")
                                    .replace(
                                            "</samlp:LogoutRequest>",
                                            signature.replace(
                                                            "</Signature>",
                                                            "<Object>"
                                                                    + it.replace(signature, "")
                                                                    + "</Object></Signature>")
                                                    + "</samlp:LogoutRequest>");
                        });

        for (String field : List.of(unsigned, other, changed, wrapped, moved, "", "%%%")) {
            assertRefused(() -> check.ofForm(field), field);
        }
    }

    private static void assertRefused(Runnable asking, String what) {
        assertThatThrownBy(asking::run).as(what).isInstanceOf(Problem.class);
    }

    private static String address(String request, String algorithm, KeyPair signing)
            throws GeneralSecurityException {
        String text =
                "SAMLRequest="
                        + URLEncoder.encode(SamlXml.deflated(request), UTF_8)
                        + "&SigAlg="
                        + URLEncoder.encode(algorithm, UTF_8);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signing.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return text
                + "&Signature="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(signature.sign()), UTF_8);
    }

    /** Signed, then changed. */
    private static String form(String request, KeyPair signing, UnaryOperator<String> change)
            throws Exception {
        Document document = SamlXml.parsed(request);
        Element root = document.getDocumentElement();
        root.setIdAttribute("ID", true);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        factory.newXMLSignature(
                        factory.newSignedInfo(
                                factory.newCanonicalizationMethod(
                                        CanonicalizationMethod.EXCLUSIVE,
                                        (C14NMethodParameterSpec) null),
                                factory.newSignatureMethod(RSA, null),
                                List.of(
                                        factory.newReference(
                                                "#_once",
                                                factory.newDigestMethod(DigestMethod.SHA256, null),
                                                List.of(
                                                        factory.newTransform(
                                                                Transform.ENVELOPED,
                                                                (TransformParameterSpec) null),
                                                        factory.newTransform(
                                                                CanonicalizationMethod.EXCLUSIVE,
                                                                (TransformParameterSpec) null)),
                                                null,
                                                null))),
                        null)
                .sign(new DOMSignContext(signing.getPrivate(), root));
        StringWriter text = new StringWriter();
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty("omit-xml-declaration", "yes");
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return Base64.getEncoder().encodeToString(change.apply(text.toString()).getBytes(UTF_8));
    }
}
