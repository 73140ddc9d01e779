package io.artifactor.artifact.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The header that names a download (RFC 6266): once in plain ASCII for old clients, once in full.
 * Nothing of the name can end the header or its quotes.
 */
final class ContentDisposition {

    private static final String UNENCODED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String of(boolean inline, String fileName) {
        String type = inline ? "inline" : "attachment";
        return type + "; filename=\"" + ascii(fileName) + "\"; filename*=UTF-8''" + full(fileName);
    }

    /** Percent signs are replaced too, because some clients decode them here. */
    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || "\"\\%/;".indexOf(c) >= 0 ? '_' : c)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static String full(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(UTF_8)) {
            if (b > 0 && UNENCODED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b & 0xff));
            }
        }
        return encoded.toString();
    }
}
