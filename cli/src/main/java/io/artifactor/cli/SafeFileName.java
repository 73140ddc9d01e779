package io.artifactor.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name for a new file made from one the server sent: no folder, nothing hidden, nothing that a
 * shell or a system takes for something else.
 */
final class SafeFileName {

    /** File systems take 255 bytes; room stays for a suffix. */
    private static final int LONGEST = 200;

    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SafeFileName() {}

    /**
     * @param otherwise is used when nothing of the name is left
     */
    static String of(String name, String otherwise) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean =
                UNWANTED.matcher(last)
                        .replaceAll("_")
                        .strip()
                        .replaceFirst("^[.\\-~]+", "")
                        .replaceFirst("[. ]+$", "");
        if (clean.isEmpty() || clean.chars().allMatch(c -> c == '_')) {
            return otherwise;
        }
        String free = RESERVED.matcher(clean).matches() ? "_" + clean : clean;
        return shortened(free);
    }

    /** Only characters that every file system and locale can name. */
    static String ascii(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "_");
    }

    private static String shortened(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) + bytes(ending) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending.toLowerCase(Locale.ROOT);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
