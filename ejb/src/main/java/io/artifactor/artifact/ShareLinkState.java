package io.artifactor.artifact;

import java.util.Locale;

/** Whether a share link opens something. */
public enum ShareLinkState {
    OPEN,
    EXPIRED,
    USED_UP;

    /** The name in documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
