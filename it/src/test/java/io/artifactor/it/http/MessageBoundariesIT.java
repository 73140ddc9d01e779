package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a request ends is not to be argued about with a proxy: what could be read in two ways is
 * refused, or ends the connection, and nothing in it is taken for another request.
 */
class MessageBoundariesIT extends ServerTest {

    /** Who was answered and is not sent away would be answered again by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final String HIDDEN =
            "GET /api/v1/hidden HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static URI server() {
        return URI.create(RunningServer.stack().url());
    }

    /** The statuses of all answers on one connection. */
    private static List<Integer> answers(String head, String body) throws IOException {
        String text =
                "GET /api/v1/health HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n%s"
                        .formatted(server().getAuthority(), head, body);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server().getHost(), server().getPort()));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getInputStream().transferTo(read);
        } catch (SocketException | SocketTimeoutException over) {
            // What arrived before counts.
        }
        return ANSWER.matcher(read.toString(ISO_8859_1))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }

    private static String escaped(String head) {
        return head.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    }

    @Test
    void twoRequestsOneAfterTheOtherAreTwo() throws IOException {
        assertThat(answers("Content-Length: 2", "{}" + HIDDEN)).containsExactly(200, 404);
        assertThat(answers("Transfer-Encoding: chunked", "0\r\n\r\n" + HIDDEN))
                .containsExactly(200, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 60\\r\\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\\r\\nContent-Length: 60",
                "Content-Length: 60\\r\\ntransfer-encoding: CHUNKED",
                "Content-Length: 60\\r\\nTransfer-Encoding: identity, chunked",
                "Content-Length: 60\\r\\nTransfer-Encoding:\\r\\n chunked",
                "Content-Length: 60\\r\\nTransfer-Encoding:\\tchunked",
                "Content-Length: 60\\r\\nTransfer-Encoding: chunked\\r\\nTransfer-Encoding: x",
                "Content-Length: 60\\r\\nTransfer-Encoding: x\\r\\nTransfer-Encoding: chunked",
                "Content-Length: 60\\r\\nTransfer-Encoding : chunked",
                "Content-Length: 60\\nTransfer-Encoding: chunked",
                "Content-Length: 60\\r\\n Transfer-Encoding: chunked"
            })
    void aLengthBesideChunksHidesNothing(String head) throws IOException {
        assertThat(answers(escaped(head), "0\r\n\r\n" + HIDDEN + " ".repeat(60)))
                .hasSizeLessThanOrEqualTo(1)
                .doesNotContain(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\\r\\nContent-Length: 60",
                "Content-Length: 60\\r\\nContent-Length: 2",
                "Content-Length: 2, 60",
                "Content-Length: +2",
                "Content-Length: -2",
                "Content-Length: 0x2",
                "Content-Length: 2 2",
                "Content-Length : 2",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity"
            })
    void aLengthThatIsNoneHidesNothing(String head) throws IOException {
        assertThat(answers(escaped(head), "{}" + HIDDEN + " ".repeat(60)))
                .hasSizeLessThanOrEqualTo(1)
                .doesNotContain(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1\r\n", "+2\r\n{}\r\n0\r\n\r\n", "0x2\r\n{}\r\n0\r\n\r\n", "2{}0\r\n\r\n"})
    void chunksOfNoSizeHideNothing(String body) throws IOException {
        assertThat(answers("Transfer-Encoding: chunked", body + HIDDEN))
                .hasSizeLessThanOrEqualTo(1)
                .doesNotContain(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/health", "/health", "/api/v1/auth/me", "/sso/out"})
    void noRequestIsSentBackToWhoeverMadeIt(String path) throws IOException {
        List<String> headers = List.of("X-Planted: a secret of mine");
        RawRequest.Answer trace =
                new RawRequest("TRACE", path, headers, new byte[0]).send(server());
        RawRequest.Answer track =
                new RawRequest("TRACK", path, headers, new byte[0]).send(server());

        assertThat(trace.status()).isGreaterThanOrEqualTo(400);
        assertThat(trace.text() + track.text()).doesNotContain("a secret of mine");
    }
}
