package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names under which content can be saved on any of today's systems. */
public final class FileNames {

    static final int MAX_LENGTH = 255;
    private static final int MAX_SUGGESTED = 100;
    private static final String RESERVED = "<>:\"/\\|?*";
    private static final Set<String> DEVICES =
            Set.of(
                    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
                    "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
                    "lpt8", "lpt9");

    private FileNames() {}

    /** A name without folders, of 1 to 255 characters; returned without spaces around it. */
    public static String checked(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw Problem.invalid("fileName", "must be the name of a file.");
        }
        TextRules.refuseLonger("fileName", name, MAX_LENGTH);
        TextRules.refuseUnprintable("fileName", name, false);
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw Problem.invalid("fileName", "must be a name alone, without folders.");
        }
        return name;
    }

    /** The last step of what may be a path, as some senders put one where a name belongs. */
    public static String lastStep(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }

    /** The part after the last dot in lower case; empty for {@code README} and {@code .bashrc}. */
    public static Optional<String> ending(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** A name made of a title, ending as files of the language or media type do. */
    public static String suggested(String title, Optional<String> language, String mediaType) {
        StringBuilder name = new StringBuilder();
        title.codePoints()
                .limit(MAX_SUGGESTED)
                .map(character -> isSafe(character) ? character : '-')
                .forEach(name::appendCodePoint);
        String base = name.toString().replaceAll("-{2,}", "-").replaceAll("^[ .-]+|[ .-]+$", "");
        if (base.isEmpty() || DEVICES.contains(base.toLowerCase(Locale.ROOT))) {
            base = ("artifact-" + base).replaceFirst("-$", "");
        }
        String ending = ContentTable.get().ending(language, mediaType);
        return ending(base).filter(ending::equals).isPresent() ? base : base + "." + ending;
    }

    /** The name as any of today's systems can save it; for names of entries in archives. */
    public static String portable(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .map(character -> isSafe(character) ? character : '_')
                .limit(MAX_SUGGESTED)
                .forEach(safe::appendCodePoint);
        if (name.codePointCount(0, name.length()) > MAX_SUGGESTED) {
            ending(name)
                    .filter(ending -> ending.matches("[a-z0-9]{1,10}"))
                    .ifPresent(ending -> safe.append('.').append(ending));
        }
        String portable = safe.toString().replaceAll("^[ .]+|[ .]+$", "_");
        int dot = portable.indexOf('.');
        String base = dot < 0 ? portable : portable.substring(0, dot);
        boolean device = DEVICES.contains(base.strip().toLowerCase(Locale.ROOT));
        return device || portable.isEmpty() ? "_" + portable : portable;
    }

    private static boolean isSafe(int character) {
        return !Unprintable.is(character) && RESERVED.indexOf(character) < 0;
    }
}
