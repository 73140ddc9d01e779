package io.artifactor.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of a browser comes from. Cookies it adds by itself, so what changes anything must
 * come from a page of ours, and say so.
 */
public final class PageOrigin {

    private static final String SAME_ORIGIN = "same-origin";

    private PageOrigin() {}

    /**
     * Whether it is a page of this server, as browsers tell it and pages cannot.
     *
     * @param site {@code Sec-Fetch-Site}, which counts where it is sent
     * @param origin {@code Origin}, which older browsers send
     * @param host under what name the server was asked
     */
    public static boolean isOurs(
            @Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals(SAME_ORIGIN);
        }
        return origin != null && host != null && isSame(origin, host);
    }

    private static boolean isSame(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
