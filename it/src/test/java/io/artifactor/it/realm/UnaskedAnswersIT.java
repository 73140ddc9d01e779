package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers of the provider of OpenID Connect that nobody asked for, somebody else did, or somebody
 * changed on the way through the browser.
 */
@ExtendWith(OpenIdServer.class)
class UnaskedAnswersIT extends ServerTest {

    private static TestingOpenIdProvider provider() {
        return OpenIdServer.stage().provider();
    }

    @AfterEach
    void theProviderIsHonest() {
        provider().repent();
    }

    @Test
    void theAnswerAsItIsOpens() {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);

            assertThat(visitor.get(answer(asked, Map.of())).uri()).hasPath("/");

            ForgedIdTokensIT.assertSignedIn(visitor);
        }
    }

    @Test
    void theRequestIsBoundToTheBrowserAndToItsCode() {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);
            visitor.get(answer(asked, Map.of()));

            assertThat(asked)
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", TestingOpenIdProvider.CLIENT)
                    .containsEntry("redirect_uri", url("/sso/oidcclient/redirect/oidc"))
                    .containsEntry("scope", "openid profile email")
                    .containsEntry("code_challenge_method", "S256");
            assertThat(asked.get("state")).hasSizeGreaterThan(20);
            assertThat(asked.get("nonce")).hasSizeGreaterThan(20);
            Map<String, String> sent = provider().exchanges().getLast();
            assertThat(TestingOpenIdProvider.challenge(sent.getOrDefault("code_verifier", "")))
                    .isEqualTo(asked.get("code_challenge"));
            assertThat(sent).containsEntry("redirect_uri", asked.get("redirect_uri"));
        }
    }

    @Test
    void nothingOfARequestIsUsedAgain() {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            Map<String, String> first = begin(visitor);
            Map<String, String> second = begin(visitor);

            for (String name : new String[] {"state", "nonce", "code_challenge"}) {
                assertThat(second.get(name)).isNotEqualTo(first.get(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789012345678901234567890123456789"})
    void anotherStateOpensNothing(String state) {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            assertOpensNothing(visitor, answer(begin(visitor), Map.of("state", state)));
        }
    }

    @Test
    void noStateOpensNothing() {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            String code = provider().code(begin(visitor));

            assertOpensNothing(visitor, url("/sso/oidcclient/redirect/oidc?code=" + code));
        }
    }

    @Test
    void theStateOfAnotherBrowserOpensNothing() {
        try (Visitor visitor = ForgedIdTokensIT.visitor();
                Visitor other = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);
            begin(other);

            assertOpensNothing(other, answer(asked, Map.of()));
        }
    }

    @Test
    void theCodeOfAnotherBrowserOpensNothing() {
        try (Visitor visitor = ForgedIdTokensIT.visitor();
                Visitor other = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);
            String code = provider().code(begin(other));

            assertTheProviderRefuses(visitor, answer(asked, Map.of("code", code)));
        }
    }

    @Test
    void theCodeOfAnotherClientOpensNothing() {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);
            Map<String, String> elsewhere = new HashMap<>(asked);
            elsewhere.put("client_id", "another");

            assertTheProviderRefuses(
                    visitor, answer(asked, Map.of("code", provider().code(elsewhere))));
        }
    }

    @Test
    void anAnswerCountsOnce() {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);
            visitor.get(answer(asked, Map.of()));
            int exchanged = provider().exchanges().size();

            // The provider would take the code; it is ours to say no.
            visitor.get(answer(asked, Map.of()));

            assertThat(provider().exchanges()).hasSize(exchanged);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "server_error", "<script>alert(1)</script>"})
    void whomTheProviderRefusesIsSentToOurOwnPage(String error) {
        try (Visitor visitor = ForgedIdTokensIT.visitor()) {
            Map<String, String> asked = begin(visitor);
            String refusal =
                    url("/sso/oidcclient/redirect/oidc?state=%s&error=%s&error_description=%s")
                            .formatted(
                                    encoded(asked.getOrDefault("state", "")), encoded(error), "no");

            ForgedIdTokensIT.assertSentBack(visitor, visitor.get(refusal));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Proto: https",
                "X-Original-Host: evil.example",
                "$WSSN: evil.example",
                "Referer: https://evil.example/",
            })
    void answersComeToUsWhateverARequestSays(String header) throws IOException {
        String host = URI.create(url("")).getAuthority();
        String named = header.startsWith("Host:") ? header : "Host: " + host + "\r\n" + header;

        String answer = raw("GET /sso/oidc HTTP/1.1\r\n" + named);

        assertThat(answer).startsWith("HTTP/1.1 302");
        String location =
                answer.lines()
                        .filter(line -> line.startsWith("Location: "))
                        .findFirst()
                        .orElseThrow();
        assertThat(location).startsWith("Location: " + provider().address() + "/authorize?");
        assertThat(parameters(location))
                .containsEntry("redirect_uri", url("/sso/oidcclient/redirect/oidc"));
    }

    /** Nothing is asked of the provider with what came, and nothing comes of it. */
    private static void assertOpensNothing(Visitor visitor, String answer) {
        // Around our own page, where the container itself takes answers.
        visitor.get(answer.replace("/sso/oidcclient/", "/oidcclient/"));
        ForgedIdTokensIT.assertNobody(visitor);

        ForgedIdTokensIT.assertSentBack(visitor, visitor.get(answer));
        assertThat(provider().exchanges()).isEmpty();
    }

    /** It is asked, and says no, which the container tells by itself. */
    private static void assertTheProviderRefuses(Visitor visitor, String answer) {
        Visitor.Page page = visitor.get(answer);

        assertThat(provider().exchanges()).hasSize(1);
        ForgedIdTokensIT.assertRefused(visitor, page);
    }

    /** What somebody who begins to sign in is to ask the provider. */
    private static Map<String, String> begin(Visitor visitor) {
        visitor.press(url(""), "oidc");
        return visitor.once(HttpRequest.newBuilder(URI.create(url("/sso/oidc"))).build())
                .headers()
                .firstValue("Location")
                .map(UnaskedAnswersIT::parameters)
                .orElseThrow();
    }

    private static Map<String, String> parameters(String location) {
        return TestingOpenIdProvider.parameters(location.split("\\?", 2)[1]);
    }

    /** Where the provider sends a browser back, but for what is changed. */
    private static String answer(Map<String, String> asked, Map<String, String> changed) {
        Map<String, String> answer =
                new HashMap<>(
                        Map.of(
                                "code",
                                provider().code(asked),
                                "state",
                                asked.getOrDefault("state", "")));
        answer.putAll(changed);
        return url("/sso/oidcclient/redirect/oidc?")
                + answer.entrySet().stream()
                        .map(part -> part.getKey() + '=' + encoded(part.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String raw(String head) throws IOException {
        URI server = URI.create(url(""));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String url(String path) {
        return ForgedIdTokensIT.url(path);
    }
}
