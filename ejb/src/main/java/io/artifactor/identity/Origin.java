package io.artifactor.identity;

import org.jspecify.annotations.Nullable;

/**
 * From where a request came, as far as it is known; shown to users and auditors, trusted by nobody.
 *
 * @param address the network address
 * @param device what the client calls itself
 */
public record Origin(@Nullable String address, @Nullable String device) {

    private static final int DEVICE_LENGTH = 200;

    /** Work of the server itself. */
    public static final Origin NONE = new Origin(null, null);

    public Origin {
        device = device == null ? null : printable(device);
    }

    private static String printable(String text) {
        String cut = text.length() > DEVICE_LENGTH ? text.substring(0, DEVICE_LENGTH) : text;
        return cut.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
