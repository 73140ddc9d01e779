package io.artifactor.generator;

import java.util.Random;

/** Random but repeatable text, with characters from beyond ASCII here and there. */
final class Words {

    private static final String[] WORDS = {
        "river", "lamp", "orange", "system", "value", "garden", "north", "paper", "signal",
                "window",
        "über", "naïve", "数据", "café", "🎉", "mountain", "letter", "number", "engine", "winter",
        "silver", "bridge", "market", "copper", "island", "thread", "vector", "meadow", "harbour",
                "lantern"
    };

    private final Random random;

    Words(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** So many words; many of them have a number, so that texts do not repeat themselves. */
    String some(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
            if (random.nextInt(3) == 0) {
                text.append(random.nextInt(100_000));
            }
        }
        return text.toString();
    }

    /** Paragraphs without anything a reader could take for more than text. */
    String prose() {
        StringBuilder text = new StringBuilder(some(5 + below(20))).append('.');
        for (int i = below(4); i > 0; i--) {
            text.append("\n\n").append(some(10 + below(60))).append('.');
        }
        return text.toString();
    }

    String uuid() {
        return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }
}
