package io.artifactor.identity;

import java.util.Base64;

/** Bytes as browsers give them, without padding. */
final class Base64Url {

    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws IllegalArgumentException for what is no such text
     */
    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
