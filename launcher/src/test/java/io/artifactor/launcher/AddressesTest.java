package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void aServerOnAllInterfacesIsReachedOverTheLoopbackAddress() {
        assertThat(new Addresses("0.0.0.0", 81, null, 2, 3).httpUrl())
                .isEqualTo("http://127.0.0.1:81");
    }

    @Test
    void aServerOnOneAddressIsReachedThere() {
        assertThat(new Addresses("10.1.2.3", 81, null, 2, 3).httpUrl())
                .isEqualTo("http://10.1.2.3:81");
        assertThat(new Addresses("::1", 81, null, 2, 3).httpUrl()).isEqualTo("http://[::1]:81");
    }

    @Test
    void freePortsDiffer() {
        Addresses free = Addresses.free();

        assertThat(free.httpPort())
                .isNotEqualTo(free.databasePort())
                .isNotEqualTo(free.elasticsearchPort());
        assertThat(free.databasePort()).isNotEqualTo(free.elasticsearchPort());
    }
}
