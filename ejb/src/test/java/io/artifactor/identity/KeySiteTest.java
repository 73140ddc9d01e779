package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://library.example.com, library.example.com, https://library.example.com",
        "https://Library.Example.com:443, library.example.com, https://library.example.com",
        "https://library.example.com:8443, library.example.com, https://library.example.com:8443",
        "http://localhost:8080, localhost, http://localhost:8080",
        "http://localhost:80, localhost, http://localhost",
        "https://web1, web1, https://web1"
    })
    void thereIsOneWhereBrowsersAllowKeys(String address, String name, String origin) {
        assertThat(KeySite.at(address)).contains(new KeySite(name, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "https://192.0.2.7",
                "https://[2001:db8::7]",
                "https://3221225991",
                "http://library.example.com",
                "ftp://library.example.com",
                "library.example.com",
                "https://",
                "not an address"
            })
    void thereIsNoneElsewhere(String address) {
        assertThat(KeySite.at(address)).isEmpty();
    }
}
