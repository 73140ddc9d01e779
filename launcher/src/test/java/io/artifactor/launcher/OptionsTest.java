package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Installation CHECKOUT = new Installation(Path.of("/checkout"));

    @Test
    void withoutAWordTheDefaultsHold() {
        Settings settings = read(List.of(), Map.of());

        assertThat(settings.addresses())
                .isEqualTo(new Addresses("127.0.0.1", 8080, null, 15432, 19200));
        assertThat(settings.data()).isEqualTo(Path.of("/checkout/data"));
        assertThat(settings.server().heap()).isEqualTo("512m");
        assertThat(settings.parts()).containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Settings settings =
                read(
                        List.of("--port", "9001", "--data=/elsewhere"),
                        Map.of("ARTIFACTOR_HTTP_PORT", "9002", "ARTIFACTOR_ES_PORT", "9003"));

        assertThat(settings.addresses().httpPort()).isEqualTo(9001);
        assertThat(settings.addresses().elasticsearchPort()).isEqualTo(9003);
        assertThat(settings.data()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void realServersTakeThePlaceOfTheEmbeddedOnes() {
        Settings settings =
                read(
                        List.of(),
                        Map.of(
                                "ARTIFACTOR_DB_URL",
                                "jdbc:postgresql://db/a",
                                "ARTIFACTOR_ES_URL",
                                "https://es"));

        assertThat(settings.parts()).containsExactly(Part.SERVER);
    }

    @Test
    void servicesOnlyLeavesTheServerOut() {
        assertThat(read(List.of("--services-only"), Map.of()).parts())
                .containsExactlyInAnyOrder(Part.DATABASE, Part.ELASTICSEARCH);
    }

    @Test
    void servicesOnlyWithNothingToStartIsRefused() {
        Map<String, String> environment =
                Map.of(
                        "ARTIFACTOR_DB_URL",
                        "jdbc:postgresql://db/a",
                        "ARTIFACTOR_ES_URL",
                        "https://es");

        assertThatThrownBy(() -> read(List.of("--services-only"), environment))
                .isInstanceOf(StartFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
    void whatIsNoPortIsRefusedByName(String value) {
        assertThatThrownBy(() -> read(List.of("--port", value), Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("ARTIFACTOR_HTTP_PORT")
                .hasMessageContaining(value);
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> read(List.of("--prot", "80"), Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--prot");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> read(List.of("--data"), Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--data needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "m", "-1g", "512m -XX:Bad", "0m"})
    void whatIsNoHeapIsRefused(String heap) {
        assertThatThrownBy(() -> read(List.of(), Map.of("ARTIFACTOR_HEAP", heap)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("ARTIFACTOR_HEAP");
    }

    @Test
    void httpsIsOffUnlessAPortIsGiven() {
        assertThat(read(List.of(), Map.of("ARTIFACTOR_HTTPS_PORT", "")).addresses().httpsPort())
                .isNull();
        assertThat(read(List.of(), Map.of("ARTIFACTOR_HTTPS_PORT", "8443")).addresses().httpsPort())
                .isEqualTo(8443);
    }

    private static Settings read(List<String> arguments, Map<String, String> environment) {
        return Options.read(arguments, environment, CHECKOUT);
    }
}
