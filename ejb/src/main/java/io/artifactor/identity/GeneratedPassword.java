package io.artifactor.identity;

import java.security.SecureRandom;

/** Passwords a person can read, type and not guess: 25 letters and digits, about 124 bits. */
final class GeneratedPassword {

    private static final SecureRandom RANDOM = new SecureRandom();
    // Without what looks alike: i, l, o, 0, 1.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private GeneratedPassword() {}

    static String next() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int i = 0; i < GROUP_LENGTH; i++) {
                password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            }
        }
        return password.toString();
    }
}
