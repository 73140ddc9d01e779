package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortUseTest {
    @Test
    void aTakenPortIsNamedWithTheSettingThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortUse use = new PortUse("PostgreSQL", "127.0.0.1", taken.getLocalPort(), "--db-port");

            assertThatThrownBy(() -> PortUse.requireFree(List.of(use)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("PostgreSQL")
                    .hasMessageContaining("--db-port");
        }
    }

    @Test
    void aPortSetTwiceIsRefused() {
        int port = Addresses.free().httpPort();
        Addresses addresses =
                new Addresses("127.0.0.1", port, null, port, Addresses.free().databasePort());

        assertThatThrownBy(
                        () -> PortUse.requireFree(PortUse.of(addresses, EnumSet.allOf(Part.class))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("for the web address and for PostgreSQL");
    }

    @Test
    void freePortsPass() {
        List<PortUse> uses = PortUse.of(Addresses.free(), EnumSet.allOf(Part.class));

        assertThatCode(() -> PortUse.requireFree(uses)).doesNotThrowAnyException();
    }

    @Test
    void aHostUnknownToTheMachineIsRefused() {
        PortUse use =
                new PortUse("the web address", "192.0.2.1", Addresses.free().httpPort(), "--port");

        assertThatThrownBy(() -> PortUse.requireFree(List.of(use)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("192.0.2.1");
    }
}
