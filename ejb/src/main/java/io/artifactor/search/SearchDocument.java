package io.artifactor.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What an index holds of one artifact or conversation.
 *
 * @param readers tokens of those who may read it: {@code u:<user>}, {@code w:<workspace>}
 * @param body its text, cut where it is very long
 */
record SearchDocument(
        UUID id,
        DocumentType type,
        List<String> readers,
        String title,
        String description,
        String fileName,
        String body,
        SearchFacts facts,
        SearchPlace place) {

    private static final int LONGEST_KEY = 200;

    SearchDocument {
        readers = List.copyOf(readers);
    }

    /** The other forms of the words that are not in the body. */
    String headWords() {
        return Words.beside(title + ' ' + fileName + ' ' + description + ' ' + place.text());
    }

    /** What it is sorted by under its title. */
    String titleKey() {
        String folded = Words.fold(title).strip().replace('\0', ' ');
        return folded.substring(0, folded.offsetByCodePoints(0, keyLength(folded)));
    }

    private static int keyLength(String text) {
        return Math.min(LONGEST_KEY, text.codePointCount(0, text.length()));
    }

    /** Differs where anything an index holds of it does. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object value :
                    new Object[] {
                        id, type, readers, title, description, fileName, body, facts, place
                    }) {
                byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
