package io.artifactor.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of HTTP without query and fragment, the same for all its spellings (RFC 3986, 6.2.2
 * and 6.2.3).
 */
record AskedAddress(String scheme, String host, int port, String path) {

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    /**
     * @throws IllegalArgumentException if the text is no such address
     */
    static AskedAddress of(String text) {
        URI address;
        try {
            address = new URI(text).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No address", e);
        }
        String scheme =
                Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!PORTS.containsKey(scheme)
                || address.getHost() == null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("No address of HTTP");
        }
        int port = address.getPort() < 0 ? PORTS.get(scheme) : address.getPort();
        String path = Objects.requireNonNullElse(address.getRawPath(), "");
        return new AskedAddress(
                scheme,
                address.getHost().toLowerCase(Locale.ROOT),
                port,
                path.isEmpty() ? "/" : decoded(path));
    }

    /** What need not be encoded is not, and the rest in capitals. */
    private static String decoded(String path) {
        return ENCODED.matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(plain(found.group(1))));
    }

    private static String plain(String digits) {
        char sign = (char) Integer.parseInt(digits, 16);
        boolean unreserved =
                sign < 0x80 && (Character.isLetterOrDigit(sign) || "-._~".indexOf(sign) >= 0);
        return unreserved ? String.valueOf(sign) : '%' + digits.toUpperCase(Locale.ROOT);
    }
}
