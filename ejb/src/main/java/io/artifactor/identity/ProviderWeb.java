package io.artifactor.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reads what a provider publishes: short, soon, and from nowhere else than asked. Whose certificate
 * is trusted is the runtime's to say, as for the provider's other pages. Safe for all threads.
 */
final class ProviderWeb implements ResourceRetriever {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url.toString())).timeout(ANSWER).build();
        // Asked for every few minutes at most, so nothing is kept open meanwhile.
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] read = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() != OK || read.length > LARGEST) {
                    throw new IOException(
                            "%s answers %d with %d bytes"
                                    .formatted(url, answer.statusCode(), read.length));
                }
                return new Resource(new String(read, StandardCharsets.UTF_8), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Interrupted").initCause(e);
        }
    }
}
