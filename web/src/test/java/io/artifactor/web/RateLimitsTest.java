package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void oneNetworkIsOneClient() {
        assertThat(RateLimits.network("2001:db8::1")).isEqualTo(RateLimits.network("2001:db8::2"));
        assertThat(RateLimits.network("2001:db8::1"))
                .isNotEqualTo(RateLimits.network("2001:db8:0:1::1"));
        assertThat(RateLimits.network("198.51.100.1")).isEqualTo("198.51.100.1");
    }
}
