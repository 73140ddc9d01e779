package io.artifactor.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where security keys are used. A browser binds each to the name, gives it to pages of that name
 * alone, and says of which page it was asked.
 *
 * @param name the host of the public address
 * @param origin scheme, host and port of its pages, as browsers write them
 */
record KeySite(String name, String origin) {

    private static final Pattern NUMBERS = Pattern.compile("(.*\\.)?[0-9]+|.*:.*");

    /** Empty where browsers allow none: at a number for an address, or without TLS. */
    static Optional<KeySite> at(String address) {
        try {
            URI uri = new URI(address);
            String scheme = lower(uri.getScheme());
            String host = lower(uri.getHost());
            if (host.isEmpty() || NUMBERS.matcher(host).matches() || !isSecure(scheme, host)) {
                return Optional.empty();
            }
            String port =
                    uri.getPort() < 0 || isUsual(scheme, uri.getPort()) ? "" : ":" + uri.getPort();
            return Optional.of(new KeySite(host, scheme + "://" + host + port));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(String scheme, String host) {
        return scheme.equals("https") || scheme.equals("http") && host.equals("localhost");
    }

    private static boolean isUsual(String scheme, int port) {
        return scheme.equals("https") ? port == 443 : port == 80;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
