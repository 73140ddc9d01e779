package io.artifactor.search;

import java.util.List;

/**
 * A word or phrase that is looked for.
 *
 * @param written as it was typed, without the signs around it
 * @param words its words as {@link Words#of} gives them, never empty; several follow each other
 * @param parts the same with identifiers taken apart; equal to the words if there are none
 * @param beginning whether the last word may go on
 * @param phrase whether it stood in quotes
 */
record SearchTerm(
        String written, List<String> words, List<String> parts, boolean beginning, boolean phrase) {

    SearchTerm {
        words = List.copyOf(words);
        parts = List.copyOf(parts);
    }

    /** As it stood in quotes; without any word if nothing can be found by it. */
    static SearchTerm phrase(String written) {
        return new SearchTerm(written, Words.of(written), Words.partsOf(written), false, true);
    }

    /** As it stood alone; without any word if nothing can be found by it. */
    static SearchTerm word(String written) {
        return new SearchTerm(
                written, Words.of(written), Words.partsOf(written), written.endsWith("*"), false);
    }

    /** Whether taking it apart gives other words than it has. */
    boolean hasParts() {
        return !parts.equals(words);
    }

    String print() {
        return phrase ? '"' + written + '"' : written;
    }
}
