package io.artifactor.search;

import java.util.List;

/**
 * One thing that is looked for.
 *
 * @param written as it was typed, without the signs around it
 * @param words its words as {@link Words#of} gives them, never empty; several follow each other
 * @param beginning whether the last word may go on
 * @param excluded whether what is found must not have it
 */
record SearchTerm(String written, List<String> words, boolean beginning, boolean excluded) {

    SearchTerm {
        words = List.copyOf(words);
    }
}
