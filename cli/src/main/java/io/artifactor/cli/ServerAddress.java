package io.artifactor.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where a server is: scheme, host, port, and a path when it stands behind one. */
record ServerAddress(URI base) {

    static final String USUAL = "http://localhost:8080";

    private static final String API = "/api/v1";
    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    /** Understands an address as people write or copy it, with a slash or the API's path behind. */
    static ServerAddress of(String written) {
        String trimmed = written.strip().replaceFirst("/+$", "");
        if (trimmed.endsWith(API)) {
            trimmed = trimmed.substring(0, trimmed.length() - API.length());
        }
        try {
            URI uri = new URI(trimmed);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || uri.getHost() == null) {
                throw wrong(written);
            }
            if (uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw wrong(written);
            }
            return new ServerAddress(uri);
        } catch (URISyntaxException e) {
            throw wrong(written);
        }
    }

    URI api(String path, Query query) {
        return URI.create(base + API + path + query);
    }

    /** Whether others on the way could read along. */
    boolean openToListeners() {
        boolean plain = "http".equalsIgnoreCase(base.getScheme());
        return plain && !THIS_MACHINE.contains(base.getHost().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static Failure wrong(String written) {
        return Failure.usage(
                "'%s' is no server address; expected one like https://artifactor.example.com or %s"
                        .formatted(written, USUAL));
    }
}
