package io.artifactor.scim;

import io.artifactor.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into words, texts in quotes, and brackets. Used by one thread. */
final class FilterTokens {

    private static final int LONGEST = 2_000;
    private static final String BRACKETS = "()[]";

    private final String text;
    private final List<String> found = new ArrayList<>();

    private FilterTokens(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        if (text.length() > LONGEST) {
            throw ScimErrors.invalidFilter("A filter may have %,d characters.".formatted(LONGEST));
        }
        FilterTokens tokens = new FilterTokens(text);
        for (int at = 0; at < text.length(); ) {
            at = tokens.cut(at);
        }
        return tokens.found;
    }

    /** Where the next one begins. */
    private int cut(int at) {
        char first = text.charAt(at);
        if (first == ' ') {
            return at + 1;
        }
        int end = at + 1;
        if (first == '"') {
            end = endOfText(at);
        } else if (!isBracket(first)) {
            while (end < text.length() && isOfWord(text.charAt(end))) {
                end++;
            }
        }
        found.add(text.substring(at, end));
        return end;
    }

    private int endOfText(int begin) {
        for (int at = begin + 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '"') {
                return at + 1;
            }
        }
        throw endless(begin);
    }

    private static Problem endless(int begin) {
        return ScimErrors.invalidFilter(
                "The text that begins at character %d of the filter has no end."
                        .formatted(begin + 1));
    }

    private static boolean isOfWord(char character) {
        return character != ' ' && character != '"' && !isBracket(character);
    }

    private static boolean isBracket(char character) {
        return BRACKETS.indexOf(character) >= 0;
    }
}
