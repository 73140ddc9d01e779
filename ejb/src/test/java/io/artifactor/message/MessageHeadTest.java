package io.artifactor.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHeadTest {

    private static MessageHead head(String protocol, String... lines) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            fields.computeIfAbsent(line.substring(0, colon), none -> new ArrayList<>())
                    .add(line.substring(colon + 1));
        }
        return new MessageHead(protocol, fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length:0",
                "Content-Length:0099",
                "content-length:123456789012345678",
                "Transfer-Encoding:chunked",
                "transfer-encoding:Chunked",
                "X-Anything:a\tb é"
            })
    void whatIsReadInOneWayIsTaken(String line) {
        assertThat(head("HTTP/1.1", "Host:library.example.org", line).flaw()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+5",
                "-5",
                "0x5",
                "5, 5",
                "5,5",
                "5 5",
                "5;",
                "5.0",
                "",
                "٥",
                "1234567890123456789"
            })
    void aLengthIsANumber(String length) {
        assertThat(head("HTTP/1.1", "Host:a", "Content-Length:" + length).flaw()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "xchunked",
                "chunked, identity",
                "gzip, chunked",
                "chunked, chunked",
                "chunked\t",
                "chunked,",
                "\"chunked\"",
                ""
            })
    void anEncodingIsTheOneThereIs(String encoding) {
        assertThat(head("HTTP/1.1", "Host:a", "Transfer-Encoding:" + encoding).flaw()).isPresent();
    }

    @Test
    void bothAndTwiceAreRefused() {
        assertThat(
                        head("HTTP/1.1", "Host:a", "Content-Length:5", "Transfer-Encoding:chunked")
                                .flaw())
                .isPresent();
        assertThat(head("HTTP/1.1", "Host:a", "Content-Length:5", "Content-Length:5").flaw())
                .isPresent();
        assertThat(
                        head(
                                        "HTTP/1.1",
                                        "Host:a",
                                        "Transfer-Encoding:chunked",
                                        "Transfer-Encoding:chunked")
                                .flaw())
                .isPresent();
    }

    @Test
    void aConnectionIsUsedAgainWhereTheEndIsCertain() {
        assertThat(head("HTTP/1.1", "Host:a").mayEndElsewhere("GET")).isFalse();
        assertThat(head("HTTP/1.1", "Content-Length:5").mayEndElsewhere("POST")).isFalse();
        assertThat(head("HTTP/1.1", "Host:a").mayEndElsewhere("POST")).isTrue();
        assertThat(head("HTTP/1.1", "Transfer-Encoding:chunked").mayEndElsewhere("GET")).isTrue();
    }

    @Test
    void theOldProtocolKnowsNoEncodingAndNeedsNoHost() {
        assertThat(head("HTTP/1.0", "Transfer-Encoding:chunked").flaw()).isPresent();
        assertThat(head("HTTP/1.0").flaw()).isEmpty();
        assertThat(head("HTTP/1.1").flaw()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.b:8080",
                "127.0.0.1:1",
                "[::1]:8080",
                "a_b",
                "xn--bcher-kva.example"
            })
    void aHostIsAName(String host) {
        assertThat(head("HTTP/1.1", "Host:" + host).flaw()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a/b", "a, b", "a@b", "a:b", "a:123456", "[x]", "a?b", "a\u0000"})
    void nothingElseIs(String host) {
        assertThat(head("HTTP/1.1", "Host:" + host).flaw()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-A:a\u0000b", "X-A:a\rb", "X-A:a\nb", "X-A:a\u007f", "X A:b", "X-A :b"})
    void noHeaderHoldsWhatNoneMayHold(String line) {
        assertThat(head("HTTP/1.1", "Host:a", line).flaw()).isPresent();
    }
}
