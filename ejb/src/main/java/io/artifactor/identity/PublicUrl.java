package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_PUBLIC_URL}: by what people reach the product. */
@ApplicationScoped
public class PublicUrl {

    @Inject
    @ConfigProperty(name = "artifactor.public.url", defaultValue = "http://127.0.0.1:8080")
    private String configured;

    /** The address of a page; the path begins with a slash. */
    public String of(String path) {
        return configured.replaceAll("/+$", "") + path;
    }

    /** Whether people come over TLS. */
    public boolean isSecure() {
        return configured.toLowerCase(Locale.ROOT).startsWith("https://");
    }
}
