package io.artifactor.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class LogoutRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    private static LogoutRequest request(SamlSession session) {
        return new LogoutRequest(
                "https://library.example/ibm/saml20/saml",
                "https://idp.example/saml",
                NOW,
                session);
    }

    @Test
    void itNamesWhoAndWhichSignIn() {
        String xml =
                request(new SamlSession("G-1", "urn:persistent", "https://idp.example", "sp", "i7"))
                        .xml();

        assertThat(xml)
                .contains(
                        "IssueInstant=\"2026-03-01T08:00:00Z\"",
                        "Destination=\"https://idp.example/saml\"",
                        "<saml:Issuer>https://library.example/ibm/saml20/saml</saml:Issuer>",
                        "<saml:NameID Format=\"urn:persistent\" NameQualifier=\"https://idp.example\""
                                + " SPNameQualifier=\"sp\">G-1</saml:NameID>",
                        "<samlp:SessionIndex>i7</samlp:SessionIndex>");
    }

    @Test
    void whatTheProviderLeftOutIsLeftOut() {
        assertThat(request(new SamlSession("G-1", "", "", "", "")).xml())
                .contains("<saml:NameID>G-1</saml:NameID>")
                .doesNotContain("SessionIndex");
    }

    @Test
    void namesCannotBecomeElements() {
        assertThat(request(new SamlSession("</saml:NameID><x a=\"&\">", "\"><y", "", "", "")).xml())
                .doesNotContain("<x", "<y");
    }

    @Test
    void anAddressCarriesItDeflated() throws IOException {
        LogoutRequest request = request(new SamlSession("Grüße", "", "", "", ""));
        byte[] bytes = Base64.getDecoder().decode(request.deflated());

        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).contains(">Grüße</saml:NameID>");
        }
    }

    @Test
    void whatABrowserKeepsIsReadAsItWasWritten() {
        SamlSession session = new SamlSession("G-1", "f", "", "", "i7\nand more");

        assertThat(SamlSession.of(session.text())).isEqualTo(session);
    }
}
