package io.artifactor.it.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.storage.Sha256;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadIT extends Library {

    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000");
    private static final String HELLO_DIGEST =
            "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:";
    private static final long LIMIT = 100L << 20;

    private final TestingUser user = newUser();

    private Response upload(Map<String, String> parameters, byte[] content) {
        return as(user).contentType(ContentType.BINARY)
                .queryParams(parameters)
                .body(content)
                .post("/artifacts/upload");
    }

    private static HttpRequest.Builder request(TestingUser user, String path) {
        return HttpRequest.newBuilder(
                        URI.create(RunningServer.stack().url()).resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + user.token());
    }

    /** Files that an upload is being written to. */
    private static List<Path> temporaryFiles() throws IOException {
        Path folder = RunningServer.stack().data().resolve("blobs/tmp");
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aFileBecomesAnArtifact() {
        Response added = upload(Map.of("fileName", "main.rs"), "fn main() {}".getBytes(UTF_8));

        added.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/artifacts/" + added.path("id")))
                .header("ETag", equalTo("\"" + added.path("revision") + "\""))
                .body("title", equalTo("main.rs"))
                .body("fileName", equalTo("main.rs"))
                .body("language", equalTo("rust"))
                .body("source", equalTo("upload"))
                .body("size", equalTo(12));
    }

    @Test
    void bytesSayWhatAFileIsWhateverItIsCalled() {
        as(user).contentType("text/html")
                .queryParam("fileName", "page.html")
                .body(PNG)
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("image/png"))
                .body("kind", equalTo("image"));
    }

    @Test
    void theContentTypeOfAToolsHabitSaysNothing() {
        as(user).contentType("application/x-www-form-urlencoded")
                .body("a=b&c=d")
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("text/plain"))
                .body("size", equalTo(7));
    }

    @Test
    void aFormCarriesTheFileAndWhatIsSaidAboutIt() {
        as(user).multiPart("title", "Grüße 📦", "text/plain; charset=utf-8")
                .multiPart("file", "../../x/p.png", PNG, "image/png")
                .multiPart("description", "A picture")
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .body("title", equalTo("Grüße 📦"))
                .body("description", equalTo("A picture"))
                .body("fileName", equalTo("p.png"))
                .body("size", equalTo(PNG.length));
    }

    @Test
    void aFormThatIsNotRightIsRefusedByField() {
        as(user).multiPart("title", "No file")
                .post("/artifacts/upload")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("file"));
        as(user).multiPart("titel", "x")
                .multiPart("file", "p.png", PNG)
                .post("/artifacts/upload")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("titel"));
        as(user).multiPart("file", "a.png", PNG)
                .multiPart("file", "b.png", PNG)
                .post("/artifacts/upload")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; boundary=x", "; boundary=\"\""})
    void aFormThatCannotBeReadIsNoInternalError(String parameter) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                request(user, "/artifacts/upload")
                                        .header("Content-Type", "multipart/form-data" + parameter)
                                        .POST(HttpRequest.BodyPublishers.ofString("--y\r\nxx"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "..", "a\\b", "x\u0007y"})
    void aDangerousFileNameIsRefusedByField(String name) {
        upload(Map.of("fileName", name), PNG)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("fileName"));
    }

    @Test
    void aDigestIsHeldAgainstTheContent() {
        for (String header : List.of("Repr-Digest", "Content-Digest")) {
            as(user).header(header, HELLO_DIGEST)
                    .body("hello".getBytes(UTF_8))
                    .post("/artifacts/upload")
                    .then()
                    .statusCode(201);
            as(user).header(header, HELLO_DIGEST)
                    .body("hallo".getBytes(UTF_8))
                    .post("/artifacts/upload")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("digest-mismatch"));
            as(user).header(header, "sha-256=:nonsense:")
                    .body("hello".getBytes(UTF_8))
                    .post("/artifacts/upload")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem(header));
        }
        String id = add(user, "T", "before");
        as(user).header("Repr-Digest", HELLO_DIGEST)
                .header("If-Match", "*")
                .body("hallo".getBytes(UTF_8))
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("digest-mismatch"));
        get(user, id).then().body("versionCount", equalTo(1));
    }

    @Test
    void aBigFileGoesThroughAServerWithLessMemoryPerUpload() throws Exception {
        long size = 60_000_000;
        HttpRequest upload =
                request(user, "/artifacts/upload?fileName=big.bin")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Noise(size)))
                        .build();
        HttpClient client = HttpClient.newHttpClient();

        HttpResponse<String> added = client.send(upload, HttpResponse.BodyHandlers.ofString());

        assertThat(added.statusCode()).isEqualTo(201);
        Map<String, Object> first =
                list(user, Map.of("q", "big.bin")).jsonPath().getMap("items[0]");
        assertThat(first).containsEntry("size", (int) size);
        HttpResponse<InputStream> download =
                client.send(
                        request(user, "/artifacts/" + first.get("id") + "/content").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        java.security.MessageDigest digest = Sha256.newDigest();
        try (InputStream in = download.body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        assertThat(Sha256.ofDigest(digest.digest()).hex()).isEqualTo(first.get("sha256"));
    }

    @Test
    void aFileBeyondTheLimitIsRefusedBeforeItIsSent() throws Exception {
        String answer =
                raw(
                        "POST /api/v1/artifacts/upload?fileName=huge.bin HTTP/1.1\r\n"
                                + "Host: localhost\r\nAuthorization: Bearer "
                                + user.token()
                                + "\r\nContent-Length: "
                                + (LIMIT + 1)
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"too-large\"", "104,857,600");
    }

    @Test
    void aFileThatTurnsOutBeyondTheLimitLeavesNothing() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                request(user, "/artifacts/upload?fileName=huge.bin")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofInputStream(
                                                        () -> new Noise(LIMIT + 1)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        list(user, Map.of()).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void anUploadThatBreaksOffLeavesNothing(String announced) throws Exception {
        List<Path> before = temporaryFiles();
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/artifacts/upload?fileName=aborted.bin HTTP/1.1\r\n"
                                    + "Host: localhost\r\nAuthorization: Bearer "
                                    + user.token()
                                    + "\r\n"
                                    + announced
                                    + "\r\n\r\n10000\r\n"
                                    + "x".repeat(50_000))
                            .getBytes(UTF_8));
            out.flush();
            await().until(() -> !before.containsAll(temporaryFiles()));
        }

        await().untilAsserted(() -> assertThat(before).containsAll(temporaryFiles()));
        list(user, Map.of()).then().body("items", empty());
    }

    private static Socket connect() throws IOException {
        URI url = URI.create(RunningServer.stack().url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Sends what stands there, and reads until there is a whole problem document. */
    private static String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (answer.indexOf("}") < 0) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    return answer.toString();
                }
                answer.append(new String(buffer, 0, read, UTF_8));
            }
            return answer.toString();
        }
    }

    /** So many bytes that no compression and no luck makes fewer. */
    private static final class Noise extends InputStream {

        private long left;
        private long state = 88_172_645_463_325_252L;

        Noise(long size) {
            this.left = size;
        }

        private int next() {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            left--;
            return (int) state & 0xff;
        }

        @Override
        public int read() {
            return left == 0 ? -1 : next();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                target[offset + i] = (byte) next();
            }
            return count;
        }
    }
}
