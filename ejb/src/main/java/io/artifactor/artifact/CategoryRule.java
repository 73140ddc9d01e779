package io.artifactor.artifact;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** By which file names a category is recognised. */
record CategoryRule(UUID category, List<String> extensions, List<String> patterns) {

    CategoryRule {
        extensions = List.copyOf(extensions);
        patterns = List.copyOf(patterns);
    }

    boolean matches(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(it -> endsWith(name, it))
                || patterns.stream().anyMatch(it -> isLike(name, it));
    }

    /** {@code .bashrc} is a name and no ending. */
    private static boolean endsWith(String name, String extension) {
        return name.length() > extension.length() + 1 && name.endsWith("." + extension);
    }

    /**
     * Whether the name is as the pattern says, {@code *} standing for any characters and {@code ?}
     * for one. Goes back to the last star only, so that no pattern takes longer than its length
     * times that of the name.
     */
    static boolean isLike(String name, String pattern) {
        int at = 0;
        int star = -1;
        int afterStar = 0;
        int i = 0;
        while (i < name.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : '\0';
            if (wanted == '*') {
                star = at++;
                afterStar = i;
            } else if (wanted == '?' || (at < pattern.length() && wanted == name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++afterStar;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }
}
