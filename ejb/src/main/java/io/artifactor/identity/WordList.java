package io.artifactor.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Lists that are shipped beside the classes, one entry a line, behind lines that say from where.
 */
final class WordList {

    private static final String REMARK = "#";

    private WordList() {}

    static List<String> read(String name) {
        try (InputStream file = Objects.requireNonNull(WordList.class.getResourceAsStream(name));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.equals(REMARK) && !line.startsWith(REMARK + " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list %s cannot be read".formatted(name), e);
        }
    }

    /** In the form in which the lists hold them: composed, and in small letters. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
