package io.artifactor.identity;

import java.util.Collections;
import java.util.List;

/**
 * The shipped list of passwords that others lost: those of the million most common that are long
 * enough for this product. Digits and signs put around one do not make it another. Safe for all
 * threads.
 */
final class BreachedPasswords {

    private static final int FILLERS_AT_AN_END = 8;

    private static final BreachedPasswords SHIPPED =
            new BreachedPasswords(WordList.read("breached-passwords.txt"));

    private final List<String> sorted;

    BreachedPasswords(List<String> passwords) {
        this.sorted = passwords.stream().map(WordList::plain).sorted().toList();
    }

    static BreachedPasswords shipped() {
        return SHIPPED;
    }

    boolean contains(String password) {
        String text = WordList.plain(password);
        int front = fillersInFront(text);
        int behind = fillersBehind(text);
        for (int begin = 0; begin <= front; begin++) {
            for (int end = text.length(); end >= text.length() - behind; end--) {
                if (begin < end && isListed(text.substring(begin, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isListed(String text) {
        return Collections.binarySearch(sorted, text) >= 0;
    }

    private static int fillersInFront(String text) {
        int count = 0;
        while (count < Math.min(FILLERS_AT_AN_END, text.length()) && isFiller(text.charAt(count))) {
            count++;
        }
        return count;
    }

    private static int fillersBehind(String text) {
        int count = 0;
        while (count < Math.min(FILLERS_AT_AN_END, text.length())
                && isFiller(text.charAt(text.length() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean isFiller(char character) {
        return !Character.isLetter(character);
    }
}
