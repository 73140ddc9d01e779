package io.artifactor.it.artifact;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client for resumable uploads that does only what it is told. */
final class Tus {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestingUser user;

    Tus(TestingUser user) {
        this.user = user;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> begin(long length, String fileName) {
        return begin(length, fileName, "");
    }

    /** Begins an upload of which there is more to say, such as {@code ,name value}. */
    HttpResponse<String> begin(long length, String fileName, String metadata) {
        return send(
                "POST",
                "/api/v1/uploads",
                BodyPublishers.noBody(),
                "Upload-Length",
                String.valueOf(length),
                "Upload-Metadata",
                "filename " + base64(fileName) + metadata);
    }

    /** Begins an upload and gives its address. */
    String begun(long length, String fileName) {
        return begin(length, fileName).headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> append(String upload, long offset, byte[] piece, String... headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Content-Type";
        all[1] = "application/offset+octet-stream";
        all[2] = "Upload-Offset";
        all[3] = String.valueOf(offset);
        System.arraycopy(headers, 0, all, 4, headers.length);
        return send("PATCH", upload, BodyPublishers.ofByteArray(piece), all);
    }

    long offset(String upload) {
        HttpResponse<String> answer = send("HEAD", upload, BodyPublishers.noBody());
        return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningServer.stack().url()).resolve(path))
                        .method(method, body)
                        .header("Authorization", "Bearer " + user.token())
                        .header("Tus-Resumable", "1.0.0");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Announces the whole rest and sends only a part of it; the caller closes the connection. */
    Socket sendPart(String upload, long offset, byte[] part, long announced) throws IOException {
        URI server = URI.create(RunningServer.stack().url());
        Socket socket = new Socket(server.getHost(), server.getPort());
        String head =
                """
                PATCH %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Tus-Resumable: 1.0.0\r
                Content-Type: application/offset+octet-stream\r
                Upload-Offset: %d\r
                Content-Length: %d\r
                \r
                """
                        .formatted(upload, user.token(), offset, announced);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
        return socket;
    }
}
