package io.artifactor.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** The server is shipped closed: what opens it further is a decision that somebody has to take. */
class ServerConfigurationTest {

    /** What an attribute is called that holds a secret. */
    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(password|secret|passphrase|credential|apikey)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE = Pattern.compile("(\\$\\{[A-Za-z0-9_.]+})?");

    /** Encoded is not encrypted; tokens of ours and of others; keys. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\{(xor|aes|hash)}[A-Za-z0-9+/]|-----BEGIN|\\bar[a-z]_[A-Za-z0-9_-]{43}|\\bAKIA[0-9A-Z]{16}"
                            + "|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\beyJ[A-Za-z0-9_-]{20,}\\.");

    /** What would let somebody who is not us change or look into a server that runs. */
    private static final List<String> DOORS =
            List.of(
                    "adminCenter",
                    "restConnector",
                    "localConnector",
                    "batchManagement",
                    "collective",
                    "ejbRemote",
                    "enterpriseBeansRemote",
                    "oauth",
                    "openidConnectServer",
                    "openapi",
                    "scim",
                    "wasJmsServer",
                    "messagingServer",
                    "webProfile",
                    "jakartaee",
                    "osgiConsole",
                    "usr:");

    private final ServerConfiguration server = ServerConfiguration.server();
    private final ServerConfiguration all = ServerConfiguration.withDropIns();

    @Test
    void answersDoNotNameTheRuntime() {
        assertThat(server.values("httpOptions", "removeServerHeader")).containsOnly("true");
        assertThat(server.values("webContainer", "disableXPoweredBy")).containsOnly("true");
        assertThat(server.elements("httpEndpoint"))
                .hasSameSizeAs(server.values("httpOptions", "removeServerHeader"));
    }

    @Test
    void noPageOfTheRuntimeWelcomesAnybody() {
        assertThat(server.values("httpDispatcher", "enableWelcomePage")).containsOnly("false");
    }

    /**
     * Those of the web server plug-in; proxies have their own setting, and are named one by one.
     */
    @Test
    void noHeaderSaysUnderWhatNameSomebodyCame() {
        assertThat(server.values("httpDispatcher", "trustedHeaderOrigin")).containsOnly("none");
        assertThat(server.values("httpDispatcher", "trustedSensitiveHeaderOrigin"))
                .containsOnly("none");
        assertThat(all.elements("remoteIp")).isEmpty();
    }

    @Test
    void nothingNewRunsBecauseAFileWasPutSomewhere() {
        assertThat(server.values("applicationMonitor", "dropinsEnabled")).containsExactly("false");
        assertThat(server.values("applicationMonitor", "updateTrigger"))
                .containsAnyOf("disabled", "mbean")
                .hasSize(1);
        assertThat(server.values("config", "updateTrigger"))
                .containsAnyOf("disabled", "mbean")
                .hasSize(1);
    }

    @Test
    void noFeatureLetsStrangersManageTheServer() {
        List<String> features = all.texts("feature");

        assertThat(features).contains("restfulWS-3.1", "openidConnectClient-1.0");
        assertThat(features)
                .noneMatch(it ->
                        DOORS.stream()
                                .anyMatch(door ->
                                        it.toLowerCase(Locale.ROOT)
                                                .startsWith(door.toLowerCase(Locale.ROOT))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basicRegistry", "quickStartSecurity", "administrator-role", "user"})
    void nobodyIsNamedInTheConfiguration(String element) {
        assertThat(all.elements(element)).isEmpty();
    }

    @Test
    void passwordsAreReferredToAndNotWritten() {
        List<Attr> secrets =
                all.elements("*").stream()
                        .flatMap(ServerConfigurationTest::attributes)
                        .filter(it -> SECRET.matcher(it.getName()).matches())
                        .toList();

        assertThat(secrets).extracting(Attr::getName).contains("clientSecret", "bindPassword");
        assertThat(secrets).allMatch(it -> REFERENCE.matcher(it.getValue()).matches());
    }

    @Test
    void noVariableHasASecretForItsDefault() {
        assertThat(all.elements("variable"))
                .filteredOn(it -> SECRET.matcher(it.getAttribute("name")).matches())
                .isNotEmpty()
                .allMatch(it -> it.getAttribute("defaultValue").isEmpty())
                .allMatch(it -> it.getAttribute("value").isEmpty());
    }

    @Test
    void noFileHoldsWhatLooksLikeASecret() throws IOException {
        assertThat(ServerConfiguration.files()).hasSizeGreaterThanOrEqualTo(5);
        for (Path file : ServerConfiguration.files()) {
            assertThat(WRITTEN.matcher(Files.readString(file)).results())
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void onlyTls12And13AreSpoken() {
        assertThat(server.values("ssl", "id")).containsExactly("defaultSSLConfig");
        assertThat(all.values("ssl", "sslProtocol")).containsOnly("TLSv1.2,TLSv1.3");
        // What says nothing of protocols adds to the one of the server.
        assertThat(all.elements("ssl"))
                .filteredOn(it -> !it.hasAttribute("sslProtocol"))
                .extracting(it -> it.getAttribute("id"))
                .containsOnly("defaultSSLConfig");
        assertThat(all.values("ssl", "verifyHostname")).doesNotContain("false");
    }

    @Test
    void ofTls12OnlyWhatKeepsOldTrafficSecretIsSpoken() {
        String ciphers = all.defaultOf("ARTIFACTOR_TLS_CIPHERS").orElse("");

        assertThat(ciphers.split(" "))
                .isNotEmpty()
                .allMatch(it -> it.matches("TLS_(ECDHE_(RSA|ECDSA)_WITH_)?(AES|CHACHA20)_.*"))
                .allMatch(it -> it.contains("_GCM_") || it.contains("_POLY1305_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ARTIFACTOR_LDAP_TLS", "ARTIFACTOR_OIDC_HTTPS", "ARTIFACTOR_SAML_HTTPS"})
    void realmsAreAskedByTlsUnlessTheOperatorSaysOtherwise(String variable) {
        assertThat(all.defaultOf(variable)).contains("true");
    }

    @Test
    void theServerListensToItsOwnMachineUnlessTheOperatorSaysOtherwise() {
        assertThat(server.defaultOf("ARTIFACTOR_HTTP_HOST")).contains("127.0.0.1");
        assertThat(server.values("httpEndpoint", "host"))
                .containsExactly("${ARTIFACTOR_HTTP_HOST}");
    }

    @Test
    void whoSaysNothingIsNotWaitedForAsLongAsTheyLike() {
        for (String timeout : List.of("readTimeout", "writeTimeout", "persistTimeout")) {
            assertThat(server.values("httpOptions", timeout))
                    .as(timeout)
                    .hasSize(1)
                    .allMatch(it -> it.matches("[1-9][0-9]?s"));
        }
        assertThat(server.values("httpEndpoint", "protocolVersion")).containsExactly("http/1.1");
    }

    @Test
    void theRuntimeSignsNobodyInByACookieOfItsOwn() {
        assertThat(server.values("webAppSecurity", "singleSignonEnabled")).containsExactly("false");
        assertThat(all.values("webAppSecurity", "httpOnlyCookies")).doesNotContain("false");
        assertThat(all.elements("ltpa")).isEmpty();
    }

    @Test
    void realmsAreAskedInTheStrictestWay() {
        assertThat(all.values("openidConnectClient", "pkceCodeChallengeMethod"))
                .containsExactly("S256");
        assertThat(all.values("openidConnectClient", "nonceEnabled")).containsExactly("true");
        assertThat(all.values("openidConnectClient", "userIdentifier")).containsExactly("sub");
        assertThat(all.defaultOf("ARTIFACTOR_OIDC_ALGORITHM")).contains("RS256");
        assertThat(all.values("samlWebSso20", "wantAssertionsSigned")).containsExactly("true");
        assertThat(all.values("samlWebSso20", "signatureMethodAlgorithm"))
                .containsExactly("SHA256");
    }

    @Test
    void noAddressHoldsTheIdOfASession() {
        assertThat(all.values("httpSession", "urlRewritingEnabled")).doesNotContain("true");
        assertThat(ServerConfiguration.webModules())
                .hasSize(2)
                .allSatisfy(module -> {
                    assertThat(module.texts("tracking-mode")).containsExactly("COOKIE");
                    assertThat(module.texts("http-only")).containsExactly("true");
                });
    }

    @Test
    void nothingBeginsASessionOfTheContainer() {
        List<JavaMethodCall> calls =
                new ClassFileImporter()
                                .importPaths(
                                        Path.of("..", "web", "target", "classes"),
                                        Path.of("..", "sso", "target", "classes"))
                                .stream()
                                .flatMap(it -> it.getMethodCallsFromSelf().stream())
                                .toList();

        assertThat(calls).isNotEmpty();
        assertThat(calls).noneMatch(it -> it.getTarget().getName().equals("getSession"));
    }

    @Test
    void failuresAreToldInOurOwnWords() {
        assertThat(ServerConfiguration.webModules())
                .allSatisfy(module -> {
                    assertThat(module.elements("error-page")).hasSize(1);
                    // One without a status is for all of them.
                    assertThat(module.elements("error-code")).isEmpty();
                    assertThat(module.elements("exception-type")).isEmpty();
                });
    }

    @Test
    void logsAreBoundedAndTellNoMoreThanNeeded() {
        assertThat(all.elements("logging")).hasSize(1);
        assertThat(server.values("logging", "traceSpecification")).isEmpty();
        assertThat(server.values("logging", "consoleLogLevel")).containsExactly("INFO");
        assertThat(server.values("logging", "maxFiles")).allMatch(it -> Integer.parseInt(it) > 0);
        assertThat(server.values("logging", "maxFileSize"))
                .allMatch(it -> Integer.parseInt(it) > 0);
        // The path of a share link is its secret.
        assertThat(all.elements("accessLogging")).isEmpty();
        assertThat(all.elements("httpAccessLogging")).isEmpty();
        assertThat(server.values("properties.postgresql", "logServerErrorDetail"))
                .containsExactly("false");
    }

    @Test
    void theRuntimeHasNoDoorForDebuggers() throws IOException {
        assertThat(ServerConfiguration.jvmOptions())
                .contains("-XX:+ExitOnOutOfMemoryError")
                .noneMatch(it ->
                        it.matches("(?i).*(jdwp|-Xdebug|jmxremote|-javaagent|enable-native).*"));
    }

    private static Stream<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .map(Attr.class::cast);
    }
}
