package io.artifactor.search;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where Elasticsearch is: {@code ARTIFACTOR_ES_URL} (several, with commas between), {@code
 * ARTIFACTOR_ES_USER}, {@code ARTIFACTOR_ES_PASSWORD} or {@code ARTIFACTOR_ES_PASSWORD_FILE}, and
 * {@code ARTIFACTOR_ES_CA}, a PEM file with the authority its certificate is from.
 */
@ApplicationScoped
public class SearchSettings {

    @Inject
    @ConfigProperty(name = "artifactor.es.url", defaultValue = "http://127.0.0.1:19200")
    private List<URI> urls;

    @Inject
    @ConfigProperty(name = "artifactor.es.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "artifactor.es.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "artifactor.es.password.file")
    private Optional<Path> passwordFile;

    @Inject
    @ConfigProperty(name = "artifactor.es.ca")
    private Optional<Path> authority;

    @PostConstruct
    void check() {
        for (URI url : urls) {
            if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                throw new IllegalStateException(
                        "ARTIFACTOR_ES_URL: %s is not an http or https address.".formatted(url));
            }
        }
        authority.ifPresent(file -> {
            if (!Files.isReadable(file)) {
                throw new IllegalStateException(
                        "ARTIFACTOR_ES_CA: %s cannot be read.".formatted(file));
            }
        });
    }

    List<URI> urls() {
        return List.copyOf(urls);
    }

    Optional<String> user() {
        return user;
    }

    Optional<Path> authority() {
        return authority;
    }

    String password() {
        return passwordFile.map(SearchSettings::firstLine).or(() -> password).orElse("");
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("ARTIFACTOR_ES_PASSWORD_FILE cannot be read", e);
        }
    }
}
