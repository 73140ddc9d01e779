package io.artifactor.artifact;

import io.artifactor.problem.Problem;

/** What share links may be like; each rule returns what will be kept. */
final class ShareLinkRules {

    private static final int MAX_NAME = 100;
    private static final int MOST_DOWNLOADS = 1_000_000;

    private ShareLinkRules() {}

    /** One line of 1 to 100 characters, without spaces around it. */
    static String name(String text) {
        String name = text.strip();
        if (name.isEmpty()) {
            throw Problem.invalid("name", "must not be empty.");
        }
        TextRules.refuseLonger("name", name, MAX_NAME);
        TextRules.refuseUnprintable("name", name, false);
        return name;
    }

    static int maxDownloads(int count) {
        if (count < 1 || count > MOST_DOWNLOADS) {
            throw Problem.invalid(
                    "maxDownloads", "must be from 1 to %,d.".formatted(MOST_DOWNLOADS));
        }
        return count;
    }
}
