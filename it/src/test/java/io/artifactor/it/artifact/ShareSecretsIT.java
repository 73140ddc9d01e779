package io.artifactor.it.artifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Part;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret of a link opens one thing, and is written down nowhere. */
class ShareSecretsIT extends Sharing {

    private final TestingUser owner = newUser();
    private final String id = add(owner, "Report", "0123456789");

    @Test
    void theSecretIsNoTokenAndOpensNoOtherRoute() {
        String other = add(owner, "Other", "other");
        Link link = link(owner, id);

        for (String path :
                List.of(
                        "/artifacts",
                        "/artifacts/" + id,
                        "/artifacts/" + id + "/content",
                        "/artifacts/" + other,
                        "/artifacts/" + id + "/share-links",
                        "/share-links/" + link.id(),
                        "/search?q=Report",
                        "/auth/me")) {
            anonymous()
                    .header("Authorization", "Bearer " + link.secret())
                    .get(path)
                    .then()
                    .statusCode(401);
        }
        for (String below : List.of("/versions", "/preview", "/artifacts/" + other, "/content/x")) {
            assertThat(anonymous().get("/share/" + link.secret() + below).statusCode())
                    .as(below)
                    .isEqualTo(404);
        }
        for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
            assertThat(
                            anonymous()
                                    .contentType(ContentType.JSON)
                                    .body("{}")
                                    .request(method, "/share/" + link.secret())
                                    .statusCode())
                    .as(method)
                    .isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "ars_",
                "art_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ars_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ars_%27%20or%201%3D1--",
                "ars_%C3%A4%F0%9F%93%A6"
            })
    void whatIsNoSecretOpensNothing(String text) {
        anonymous()
                .urlEncodingEnabled(false)
                .get("/share/" + text)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void theIdOfALinkOpensNothing() {
        Link link = link(owner, id);

        anonymous().get("/share/{secret}", link.id()).then().statusCode(404);
    }

    @Test
    void neitherTheSecretNorThePasswordIsInAnyLogNorAmongTheMetrics() throws IOException {
        Link link = link(owner, id, Map.of("password", PASSWORD + " 4711", "maxDownloads", 1));
        TestingUser signedIn = newUser();
        String secret = link.secret();
        look(link).then().statusCode(200);
        as(signedIn).get("/share/{secret}/content", secret).then().statusCode(403);
        unlock(as(signedIn), link, "wrong " + PASSWORD + " 4711").then().statusCode(403);
        String ticket = ticket(link, PASSWORD + " 4711");
        anonymous().header("Share-Ticket", ticket).get("/share/{secret}/content", secret);
        download(link).then().statusCode(410);
        page("/share/" + secret).then().statusCode(200);
        for (String hostile :
                List.of("/x", "/content/%00", "/..;/x", "/unlock?a=%zz", "/content;a=b", "//")) {
            send("GET /api/v1/share/" + secret + hostile);
            send("POST /api/v1/share/" + secret + hostile);
            send("GET /share/" + secret + hostile);
        }
        unlockWith(secret, "{\"password\":" + "[".repeat(100));

        String body = secret.substring(4);
        assertThat(holding(body)).isEmpty();
        assertThat(holding(PASSWORD + " 4711")).isEmpty();
        assertThat(holding(ticket)).isEmpty();
        assertThat(page("/metrics").asString()).doesNotContain(body);
        assertThat(as(administrator()).queryParam("size", 200).get("/audit").asString())
                .doesNotContain(body);
    }

    /** As it stands: a client would mend or refuse it. */
    private static void send(String line) throws IOException {
        URI server = URI.create(RunningServer.stack().url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request =
                    line
                            + " HTTP/1.1\r\nHost: "
                            + server.getAuthority()
                            + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1\r\n\r\n{";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 ");
        }
    }

    private static void unlockWith(String secret, String body) {
        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/share/{secret}/unlock", secret)
                .then()
                .statusCode(400);
    }

    /** Logs that hold the text. */
    private static List<Path> holding(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        Path folder = RunningServer.stack().log(Part.SERVER).getParent();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                if (Files.readString(log, ISO_8859_1).contains(text)) {
                    found.add(log);
                }
            }
        }
        return found;
    }

    @Test
    void peopleSeeAPageThatLoadsNothingFromElsewhere() {
        Link link = link(owner, id);

        for (String path : List.of("/share/" + link.secret(), "/share/anything", "/share/")) {
            page(path)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("script-src 'self'"))
                    .header("X-Robots-Tag", containsString("noindex"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("X-Frame-Options", equalTo("DENY"));
        }
        String html = page("/share/" + link.secret()).asString();
        assertThat(html)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("Report");
        assertThat(html).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain(" style=");
        page("/share/page.js").then().statusCode(200).contentType(startsWith("text/javascript"));
        page("/share/page.css").then().statusCode(200).contentType(startsWith("text/css"));
    }
}
