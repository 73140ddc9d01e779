package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_PUBLIC_URL}: by what people reach the product. */
@ApplicationScoped
public class PublicUrl {

    @Inject
    @ConfigProperty(name = "artifactor.public.url")
    private Optional<String> configured;

    @Inject
    @ConfigProperty(name = "artifactor.http.port", defaultValue = "8080")
    private int port;

    /** The address of a page; the path begins with a slash. */
    public String of(String path) {
        return address().replaceAll("/+$", "") + path;
    }

    /** Whether people come over TLS. */
    public boolean isSecure() {
        return address().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** Where nothing is said, this machine's own people come to the port. */
    private String address() {
        return configured
                .filter(text -> !text.isBlank())
                .orElseGet(() -> "http://127.0.0.1:" + port);
    }
}
