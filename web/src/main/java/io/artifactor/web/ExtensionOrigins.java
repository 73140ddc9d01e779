package io.artifactor.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which browser extensions may bring what they capture: those in {@code
 * ARTIFACTOR_EXTENSION_ORIGINS}, any of Chrome's if it is {@code *}. An extension that was loaded
 * from a folder has another origin on each computer, and it needs a token anyway. At the server's
 * root {@code /health} belongs to the runtime, whose own settings let it be read.
 */
@ApplicationScoped
public class ExtensionOrigins {

    private static final String ANY = "*";
    private static final Pattern CHROME = Pattern.compile("chrome-extension://[a-z0-9-]{1,64}");
    private static final Set<String> PATHS =
            Set.of("/api/artifacts/sync", "/api/artifacts/process");

    private final Set<String> listed;

    /** For the container's proxy. */
    protected ExtensionOrigins() {
        this.listed = Set.of();
    }

    @Inject
    public ExtensionOrigins(
            @ConfigProperty(name = "artifactor.extension.origins", defaultValue = ANY)
                    String origins) {
        this.listed =
                Arrays.stream(origins.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the request is for what extensions bring. */
    static boolean isCapture(HttpServletRequest request) {
        return PATHS.contains(request.getRequestURI());
    }

    boolean permits(@Nullable String origin) {
        if (origin == null) {
            return false;
        }
        return listed.contains(ANY) ? CHROME.matcher(origin).matches() : listed.contains(origin);
    }
}
