package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drop-in for TLS as it is shipped. */
@ExtendWith(RealmServer.class)
class TlsIT {

    private static SSLSession shakeHands(String protocol, String... ciphers) throws IOException {
        RealmServer.Stage stage = RealmServer.stage();
        try (SSLSocket socket =
                (SSLSocket)
                        stage.keycloak()
                                .trust()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", stage.tlsPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            if (ciphers.length > 0) {
                socket.setEnabledCipherSuites(ciphers);
            }
            socket.startHandshake();
            return socket.getSession();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_256_GCM_SHA384",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
    })
    void newTlsIsSpoken(String protocol, String cipher) throws IOException {
        SSLSession session = shakeHands(protocol);

        assertThat(session.getProtocol()).isEqualTo(protocol);
        assertThat(session.getCipherSuite()).isEqualTo(cipher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"
            })
    void weakerCiphersAreNot(String cipher) {
        assertThatThrownBy(() -> shakeHands("TLSv1.2", cipher)).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health", "/health", "/metrics", "/sign-in/"})
    void browsersAreToldToComeOverTlsOnly(String path) throws IOException, InterruptedException {
        RealmServer.Stage stage = RealmServer.stage();
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(stage.keycloak().trust()).build()) {
            HttpResponse<Void> answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "https://127.0.0.1:" + stage.tlsPort() + path))
                                    .build(),
                            BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000");
        }
    }
}
