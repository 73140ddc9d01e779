package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells harmless names of archive entries from those that reach elsewhere. */
final class EntryNames {

    private static final int MAX_LENGTH = 1_000;

    private EntryNames() {}

    /** A relative path with {@code /} and without empty steps; null if the name is not harmless. */
    static @Nullable String path(String name) {
        if (name.length() > MAX_LENGTH || !name.codePoints().allMatch(FileTitles::isPrintable)) {
            return null;
        }
        // Some programs on Windows write the other slash.
        String slashed = name.replace('\\', '/');
        if (slashed.startsWith("/") || slashed.startsWith("~") || isDrive(slashed)) {
            return null;
        }
        List<String> steps = new ArrayList<>();
        for (String step : slashed.split("/", -1)) {
            if (step.strip().equals("..")) {
                return null;
            }
            if (!step.isBlank() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? null : String.join("/", steps);
    }

    /** Files that systems leave beside the user's own. */
    static boolean isOfSystem(String path) {
        String name = FileTitles.lastStep(path);
        return path.startsWith("__MACOSX/")
                || name.startsWith("._")
                || name.equals(".DS_Store")
                || name.equalsIgnoreCase("Thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
    }

    private static boolean isDrive(String name) {
        return name.length() >= 2 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }
}
