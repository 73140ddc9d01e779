package io.artifactor.bench;

import java.util.SplittableRandom;

/** Made-up text in which few words are frequent and many rare, as in real text. */
final class Texts {
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ter", "van", "su", "pel", "dor", "ni", "gra", "fe", "hul", "zo", "bi",
        "cra", "wen"
    };
    private static final int WORDS = 4096;

    private Texts() {}

    static String word(SplittableRandom random) {
        double skew = random.nextDouble();
        return word((int) (skew * skew * skew * WORDS));
    }

    private static String word(int number) {
        int size = SYLLABLES.length;
        return SYLLABLES[number % size]
                + SYLLABLES[number / size % size]
                + SYLLABLES[number / (size * size) % size];
    }

    static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder(count * 8);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : i % 12 == 0 ? "\n" : " ").append(word(random));
        }
        return text.toString();
    }
}
