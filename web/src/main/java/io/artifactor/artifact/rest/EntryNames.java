package io.artifactor.artifact.rest;

import io.artifactor.artifact.FileNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of entries in one archive: without folders, savable on any system, and each once, also
 * where case does not count. Used by one thread.
 */
final class EntryNames {

    private final Map<String, Integer> used = new HashMap<>();

    EntryNames(String... reserved) {
        for (String name : reserved) {
            used.put(key(name), 1);
        }
    }

    String next(String fileName) {
        String name = FileNames.portable(fileName);
        String candidate = name;
        Integer before = used.get(key(name));
        int number = before == null ? 1 : before;
        while (used.containsKey(key(candidate))) {
            number++;
            candidate = numbered(name, number);
        }
        used.put(key(name), number);
        used.put(key(candidate), 1);
        return candidate;
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        return name.substring(0, end) + " (" + number + ")" + name.substring(end);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }
}
