package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where one request ends and the next begins is read in one way, or not at all: what is hidden in a
 * body is never a request of its own.
 */
class RequestBoundariesIT extends ServerTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final String MARK = "hidden-request";

    /** Its answer would name it. */
    private static final String HIDDEN =
            "GET /api/v1/health HTTP/1.1\r\nHost: a\r\nX-Request-Id: "
                    + MARK
                    + "\r\nConnection: close\r\n\r\n";

    private static final int LENGTH = HIDDEN.length();
    private static final String HEX = Integer.toHexString(LENGTH);
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String IN_A_CHUNK = HEX + "\r\n" + HIDDEN + "\r\n0\r\n\r\n";
    private static final String AFTER_THE_LAST = "0\r\n\r\n" + HIDDEN;

    /** Long enough for an answer, and not too long to wait for one that does not come. */
    private static final int PATIENCE_MILLIS = 2_000;

    /** What came over a connection until it was closed or silent. */
    private record Heard(String text, boolean closed) {

        List<String> statuses() {
            Matcher found = STATUS.matcher(text);
            return found.results().map(it -> it.group(1)).toList();
        }
    }

    private static Heard heard(String sent) throws IOException {
        URI server = URI.create(RunningServer.stack().url());
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        boolean closed = true;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException silent) {
            closed = false;
        } catch (SocketException broken) {
            // What arrived before counts.
        }
        return new Heard(read.toString(StandardCharsets.UTF_8), closed);
    }

    private static String request(String line, String headers, String body) {
        return line + "\r\n" + headers + "\r\n\r\n" + body;
    }

    private static String plain(String target, String headers, String body) {
        return request("GET " + target + " HTTP/1.1", "Host: a\r\n" + headers, body);
    }

    /** Named texts, each with the body that hides something if it is read wrongly. */
    private static Stream<Arguments> named(Map<String, String> cases, String body) {
        return cases.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue(), body));
    }

    static Stream<Arguments> lengths() {
        Map<String, String> cases = new TreeMap<>();
        for (String length :
                List.of(
                        "+%d",
                        "-%d",
                        "-0",
                        "0x%x",
                        "%d, %d",
                        "%d,0",
                        "0,%d",
                        "%d 0",
                        "0 %d",
                        "%d;",
                        "%d.0",
                        "%de0",
                        "'%d'",
                        "",
                        "\u0660%d",
                        "%d\u000b",
                        "%d\u0000",
                        "18446744073709551615",
                        "9223372036854775808",
                        "99999999999999999999")) {
            cases.put(
                    "length " + length.replaceAll("\\p{Cntrl}", "?"),
                    "Content-Length: " + length.formatted(LENGTH, LENGTH));
        }
        cases.put("folded length", "Content-Length:\r\n " + LENGTH);
        cases.put("length folded into two", "Content-Length: 1\r\n 0");
        return named(cases, HIDDEN);
    }

    static Stream<Arguments> twoLengths() {
        Map<String, String> cases = new TreeMap<>();
        String length = "Content-Length: " + LENGTH;
        cases.put("two lengths", "Content-Length: 0\r\n" + length);
        cases.put("two lengths, the other way", length + "\r\nContent-Length: 0");
        return named(cases, HIDDEN);
    }

    static Stream<Arguments> encodings() {
        Map<String, String> cases = new TreeMap<>();
        for (String encoding :
                List.of(
                        "chunked, identity",
                        "identity, chunked",
                        "identity",
                        "xchunked",
                        "chunkedx",
                        "chunked\t",
                        "\u000bchunked",
                        "chunked, chunked",
                        "gzip, chunked",
                        "chunked, gzip",
                        "gzip",
                        "chunked;q=1",
                        "\"chunked\"",
                        "chunked,",
                        ",chunked",
                        "chun ked",
                        "",
                        "chunked\u0000")) {
            cases.put(
                    "encoding " + encoding.replaceAll("\\p{Cntrl}", "?"),
                    "Transfer-Encoding: " + encoding);
        }
        cases.put("chunked twice", CHUNKED + "\r\n" + CHUNKED);
        cases.put("chunked and another", CHUNKED + "\r\nTransfer-Encoding: identity");
        cases.put("another and chunked", "Transfer-Encoding: x\r\n" + CHUNKED);
        cases.put("folded encoding", "Transfer-Encoding:\r\n chunked");
        cases.put("encoding and no length", CHUNKED + "\r\nContent-Length: 0");
        return named(cases, IN_A_CHUNK);
    }

    static Stream<Arguments> both() {
        Map<String, String> cases = new TreeMap<>();
        String length = "Content-Length: " + AFTER_THE_LAST.length();
        cases.put("length and encoding", length + "\r\n" + CHUNKED);
        cases.put("encoding and length", CHUNKED + "\r\n" + length);
        cases.put("unknown encoding and length", "Transfer-Encoding: xchunked\r\n" + length);
        cases.put("folded encoding and length", "Transfer-Encoding:\r\n chunked\r\n" + length);
        return named(cases, AFTER_THE_LAST);
    }

    static Stream<Arguments> others() {
        Map<String, String> cases = new TreeMap<>();
        cases.put("two hosts", "Host: b");
        cases.put("the same host twice", "Host: a");
        cases.put("a control character", "X-Any: a\u0001b");
        cases.put("nothing after a name", "X-Any\r\nX-Other: a");
        cases.put("no name", ": a");
        cases.put("zero in a name", "Content-Length\u0000: 5");
        return named(cases, HIDDEN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatCanBeReadInTwoWaysIsRefused(String name, String headers, String body)
            throws IOException {
        for (String target : List.of("/api/v1/health", "/sign-in/")) {
            Heard heard = heard(plain(target, headers, body));

            assertThat(heard.text()).as(target).doesNotContain(MARK);
            assertThat(heard.statuses()).as(target).containsExactly("400");
            assertThat(heard.closed()).as(target).isTrue();
        }
    }

    /** The runtime drops some of two headers itself, and ends the connection then. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"encodings", "both", "twoLengths"})
    void afterWhatCouldBeReadOtherwiseNothingIsRead(String name, String headers, String body)
            throws IOException {
        for (String target : List.of("/api/v1/health", "/sign-in/")) {
            Heard heard = heard(plain(target, headers, body));

            assertThat(heard.text()).as(target).doesNotContain(MARK);
            assertThat(heard.statuses()).as(target).hasSize(1);
            assertThat(heard.closed()).as(target).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip, chunked", "chunked, chunked", "chunked;q=1"})
    void anEncodingThatIsNoneIsRefused(String encoding) throws IOException {
        Heard heard = heard(plain("/api/v1/health", "Transfer-Encoding: " + encoding, IN_A_CHUNK));

        assertThat(heard.statuses()).containsExactly("400");
    }

    /** Also where the runtime passes over a length and the product cannot see it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"lengths", "encodings", "both", "twoLengths"})
    void whatChangesSomethingIsTheLastOfItsConnection(String name, String headers, String body)
            throws IOException {
        for (String path : List.of("login", "logout")) {
            Heard heard =
                    heard(
                            request(
                                    "POST /api/v1/auth/" + path + " HTTP/1.1",
                                    "Host: a\r\nContent-Type: application/json\r\n" + headers,
                                    body));

            assertThat(heard.text()).as(path).doesNotContain(MARK);
            assertThat(heard.statuses()).as(path).hasSizeLessThanOrEqualTo(1);
        }
    }

    static Stream<Arguments> chunks() {
        Map<String, String> cases = new TreeMap<>();
        cases.put("plus", "+" + IN_A_CHUNK);
        cases.put("minus", "-" + IN_A_CHUNK);
        cases.put("0x", "0x" + IN_A_CHUNK);
        cases.put("seventeen digits", "0".repeat(17 - HEX.length()) + IN_A_CHUNK);
        cases.put("more than 64 bits", "1" + "0".repeat(16 - HEX.length()) + IN_A_CHUNK);
        cases.put("more than 32 bits", "1" + "0".repeat(8 - HEX.length()) + IN_A_CHUNK);
        cases.put("64 bits of zeros behind", "10000000000000000\r\n\r\n" + HIDDEN);
        cases.put("32 bits of zeros behind", "100000000\r\n\r\n" + HIDDEN);
        cases.put("negative if cut", "ffffffffffffffff\r\n" + HIDDEN);
        cases.put("negative if cut in half", "ffffffff\r\n" + HIDDEN);
        cases.put("spaces behind", HEX + "   \r\n" + HIDDEN + "\r\n0\r\n\r\n");
        cases.put("spaces before", "   " + IN_A_CHUNK);
        cases.put("a space between", "0 " + IN_A_CHUNK);
        cases.put("no end of the data", HEX + "\r\n" + HIDDEN + "0\r\n\r\n");
        cases.put("another end of the data", "2\r\n{}XX0\r\n\r\n" + HIDDEN);
        cases.put("lines without CR", HEX + "\n" + HIDDEN + "\n0\n\n");
        cases.put("a line of CR alone", HEX + "\r" + HIDDEN + "\r\n0\r\n\r\n");
        cases.put("an extension", HEX + ";a=b\r\n" + HIDDEN + "\r\n0\r\n\r\n");
        cases.put("an extension that ends early", "2;\nxx\r\n" + IN_A_CHUNK);
        cases.put("no size", "\r\n" + HIDDEN);
        cases.put("no number", "xyz\r\n" + HIDDEN);
        cases.put("a list", HEX + ",0\r\n" + HIDDEN + "\r\n0\r\n\r\n");
        cases.put("0x0 at the end", "2\r\n{}\r\n0x0\r\n\r\n" + HIDDEN);
        cases.put(
                "too short", Integer.toHexString(LENGTH - 10) + "\r\n" + HIDDEN + "\r\n0\r\n\r\n");
        cases.put("too long", "1\r\n" + HIDDEN + "\r\n0\r\n\r\n");
        cases.put("a length behind", "2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n");
        return cases.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chunks")
    void noChunkHidesARequest(String name, String body) throws IOException {
        Heard unread = heard(plain("/api/v1/health", CHUNKED, body));
        Heard read =
                heard(
                        request(
                                "POST /api/v1/auth/login HTTP/1.1",
                                "Host: a\r\nContent-Type: application/json\r\n" + CHUNKED,
                                body));

        assertThat(unread.text()).doesNotContain(MARK);
        assertThat(unread.statuses()).hasSizeLessThanOrEqualTo(1);
        assertThat(read.text()).doesNotContain(MARK);
        assertThat(read.statuses()).hasSizeLessThanOrEqualTo(1).doesNotContain("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "POST", "BREW"})
    void aBodyNobodyWantsIsNoRequest(String method) throws IOException {
        String line = method + " /api/v1/health HTTP/1.1";
        Heard sized = heard(request(line, "Host: a\r\nContent-Length: " + LENGTH, HIDDEN));
        Heard chunked = heard(request(line, "Host: a\r\n" + CHUNKED, IN_A_CHUNK));

        assertThat(sized.text()).doesNotContain(MARK);
        assertThat(chunked.text()).doesNotContain(MARK);
    }

    @Test
    void whatBeginsBehindTheEndIsARequest() throws IOException {
        Heard sized = heard(plain("/api/v1/health", "Content-Length: 2", "{}" + HIDDEN));
        Heard chunked = heard(plain("/api/v1/health", CHUNKED, "2\r\n{}\r\n" + AFTER_THE_LAST));

        assertThat(sized.statuses()).containsExactly("200", "200");
        assertThat(sized.text()).contains(MARK);
        // How long a chunk is, is not read by everybody alike.
        assertThat(chunked.statuses()).containsExactly("200");
        assertThat(chunked.closed()).isTrue();
    }

    @Test
    void theOldProtocolKnowsNoChunks() throws IOException {
        String line = "GET /api/v1/health HTTP/1.0";
        Heard heard = heard(request(line, "Connection: keep-alive\r\n" + CHUNKED, IN_A_CHUNK));

        assertThat(heard.statuses()).containsExactly("400");
        assertThat(heard.text()).doesNotContain(MARK);
    }

    @Test
    void whoAsksForAnotherHostIsToldNothingOfIt() throws IOException {
        Heard heard =
                heard(
                        request(
                                "GET http://evil.example/api/v1/health HTTP/1.1",
                                "Host: a\r\nConnection: close",
                                ""));

        assertThat(heard.statuses()).hasSize(1);
        assertThat(heard.text()).doesNotContain("evil.example");
    }

    /** These the runtime takes for their plain form; a proxy in front must not pass them on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length : %d",
                "Content-Length\t: %d",
                "X-Any: a\rContent-Length: %d",
                "X-Any: a\nContent-Length: %d"
            })
    void whatTheRuntimeTakesForALengthIsOne(String header) throws IOException {
        Heard heard = heard(plain("/api/v1/health", header.formatted(LENGTH), HIDDEN));

        assertThat(heard.text()).doesNotContain(MARK);
    }
}
