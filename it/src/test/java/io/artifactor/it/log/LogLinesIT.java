package io.artifactor.it.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.AnotherServer;
import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing that is sent begins a line of the log, or moves the cursor of who reads it. */
class LogLinesIT extends ServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(20);

    /** What is looked for where it must not be, and where it must. */
    private final String mark = "forged-" + UUID.randomUUID();

    private final String id = "log-" + UUID.randomUUID();

    /**
     * Two characters with which a terminal of the eighties, and some of today, begins a command.
     */
    private void sendWhatIsLogged(String server) throws IOException {
        URI address = URI.create(server);
        String request =
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Request-Id: "
                        + id
                        + "\r\nContent-Type: text/\u009b[2J\u0085"
                        + mark
                        + "\r\nContent-Length: 2\r\n\r\n{}";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }

    private void sendWhatMightBe() {
        String forged = "a\r\n[11/22/26, 10:00:00:000 UTC] " + mark + "\u2028" + mark + "\u001b[2J";
        for (Map<String, String> attempt :
                List.of(
                        Map.of("username", forged, "password", "wrong"),
                        Map.of("username", "nobody", "password", forged))) {
            sent().contentType(ContentType.JSON).body(attempt).post("/auth/login");
        }
        sent().contentType(ContentType.JSON)
                .body(Map.of("title", forged, "content", forged))
                .post("/artifacts");
        sent().queryParam("sort", forged).get("/artifacts");
        sent().queryParam("q", forged).get("/search");
        sent().get("/artifacts/{id}", forged);
        sent().multiPart("file", forged, forged.getBytes(StandardCharsets.UTF_8)).post("/imports");
    }

    /** Not held against the description: some is refused before there is anything to describe. */
    private static RequestSpecification sent() {
        return given().baseUri(RunningServer.stack().url())
                .basePath("/api/v1")
                .header("Authorization", "Bearer " + administrator().token());
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readString(log).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path messages(Stack server) {
        return server.data().resolve("logs").resolve("messages.log");
    }

    @Test
    void aLineOfTextIsNobodysButTheServers() throws IOException {
        sendWhatMightBe();
        sendWhatIsLogged(RunningServer.stack().url());

        for (Path log :
                List.of(messages(RunningServer.stack()), RunningServer.stack().log(Part.SERVER))) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(lines(log))
                                    .anyMatch(it -> it.contains("\\u009b[2J\\u0085" + mark)));
            assertThat(lines(log))
                    .noneMatch(it -> it.startsWith(mark))
                    .noneMatch(it -> it.startsWith("[11/22/26, 10:00:00:000 UTC] " + mark))
                    .filteredOn(it -> it.contains(mark))
                    .allMatch(it -> it.chars().noneMatch(LogLinesIT::moves));
        }
    }

    private static boolean moves(int c) {
        return Character.isISOControl(c) && c != '\t' || c == 0x2028 || c == 0x2029;
    }

    @Test
    void aLineOfJsonIsOneEventAndNamesItsRequest() throws IOException {
        try (Stack node =
                AnotherServer.in(AnotherServer.emptyFolder("json-"))
                        .environment("ARTIFACTOR_LOG_FORMAT", "json")
                        .start()) {
            sendWhatIsLogged(node.url());
            Path log = messages(node);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(lines(log)).anyMatch(it -> it.contains(mark)));

            List<String> requests = new ArrayList<>();
            for (String line : lines(log)) {
                JsonNode event = JSON.readTree(line);
                assertThat(event.path("type").asText()).as(line).isNotEmpty();
                if (line.contains(mark) && event.has("ext_requestId")) {
                    requests.add(event.path("ext_requestId").asText());
                }
            }
            assertThat(requests).contains(id);
            assertThat(lines(node.log(Part.SERVER)))
                    .filteredOn(it -> it.contains(mark))
                    .isNotEmpty()
                    .allMatch(it -> it.startsWith("{"));
        }
    }
}
