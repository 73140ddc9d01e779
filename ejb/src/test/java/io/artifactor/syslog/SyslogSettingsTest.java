package io.artifactor.syslog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"tls://logs.example.org:6514", "tls://logs.example.org", "tls://[::1]"})
    void anAddressIsAHostOverTls(String address) {
        assertThatCode(() -> SyslogSettings.check(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://logs.example.org:514",
                "udp://logs.example.org:514",
                "logs.example.org:6514",
                "tls:///etc",
                "tls://me:secret@logs.example.org",
                "tls://logs.example.org/path",
                "tls://logs.example.org?x"
            })
    void anythingElseKeepsTheServerFromStarting(String address) {
        assertThatThrownBy(() -> SyslogSettings.check(URI.create(address)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tls://host:6514")
                .hasMessageNotContaining("secret");
    }
}
