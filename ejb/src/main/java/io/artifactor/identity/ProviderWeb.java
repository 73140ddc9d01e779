package io.artifactor.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import io.artifactor.trust.TrustedAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Reads what a provider publishes: short, soon, and from nowhere else than asked. Its certificate
 * is checked against the authority that was given, or those the Java runtime trusts. Safe for all
 * threads.
 */
final class ProviderWeb implements ResourceRetriever {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;

    private final Set<String> hosts;
    private final SSLContext trust;

    /**
     * @param hosts whom to ask, in lower case; a document of one that names another is not followed
     * @param authority a PEM file
     */
    ProviderWeb(Set<String> hosts, Optional<Path> authority) {
        this.hosts = Set.copyOf(hosts);
        trust = TrustedAuthority.context("ARTIFACTOR_OIDC_CA", authority);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        if (!hosts.contains(url.getHost().toLowerCase(Locale.ROOT))) {
            throw new IOException(
                    "%s is not asked: neither the issuer's host nor in ARTIFACTOR_OIDC_HOSTS"
                            .formatted(url.getHost()));
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url.toString())).timeout(ANSWER).build();
        // Asked for every few minutes at most, so nothing is kept open meanwhile.
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(trust)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
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
