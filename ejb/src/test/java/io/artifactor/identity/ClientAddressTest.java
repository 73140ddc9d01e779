package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private final ClientAddress behindProxies =
            new ClientAddress(Optional.of("10.0.0.0/8, 192.0.2.7, fd00::/8"));

    @Test
    void whatIsForwardedCountsOnlyFromATrustedProxy() {
        List<String> forwarded = List.of("198.51.100.1");

        assertThat(behindProxies.of("10.1.2.3", forwarded)).isEqualTo("198.51.100.1");
        assertThat(behindProxies.of("fd00::1", forwarded)).isEqualTo("198.51.100.1");
        assertThat(behindProxies.of("203.0.113.9", forwarded)).isEqualTo("203.0.113.9");
        assertThat(new ClientAddress(Optional.empty()).of("10.1.2.3", forwarded))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void whatTheClientWroteItselfIsNotBelieved() {
        assertThat(behindProxies.of("10.1.2.3", List.of("1.1.1.1, 198.51.100.1", "192.0.2.7")))
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "198.51.100.1, "})
    void aProxyThatNamesNobodyAsksForItself(String forwarded) {
        assertThat(behindProxies.of("10.1.2.3", List.of(forwarded))).isEqualTo("10.1.2.3");
    }

    /** It would be inside the proxy's networks otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "localhost",
                "1.2.3",
                "300.1.1.1",
                "1.2.3.4:",
                "1.2.3.4:http",
                "1.2.3.4:123456",
                "[1.2.3.4",
                "_hidden",
                "198.51.100.1, aaaaa",
                "unknown, 192.0.2.7"
            })
    void whoeverAProxyNamesWithoutAnAddressIsNotTheProxy(String forwarded) {
        assertThat(behindProxies.of("10.1.2.3", List.of(forwarded))).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1:4711, 198.51.100.1",
        "[2001:db8::1]:443, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "'198.51.100.1:4711, 192.0.2.7:80', 198.51.100.1"
    })
    void thePortAProxyWritesIsLeftOut(String forwarded, String address) {
        assertThat(behindProxies.of("10.1.2.3", List.of(forwarded))).isEqualTo(address);
    }

    @Test
    void anEndlessListEnds() {
        assertThat(behindProxies.of("10.1.2.3", List.of("10.0.0.1,".repeat(10_000) + "10.0.0.1")))
                .isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.129, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, 0:0:0:0:0:0:0:1, true"
    })
    void aRangeHoldsTheAddressesThatBeginLikeIt(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "300.1.1.1", "::/129", "/8"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoHasOneAddressHasTheNetworkAroundIt() {
        assertThat(ClientAddress.networkOf("2001:db8::1"))
                .isEqualTo(ClientAddress.networkOf("2001:db8::2"))
                .isNotEqualTo(ClientAddress.networkOf("2001:db8:0:1::1"));
        assertThat(ClientAddress.networkOf("198.51.100.1")).isEqualTo("198.51.100.1");
    }
}
