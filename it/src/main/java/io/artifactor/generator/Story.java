package io.artifactor.generator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a conversation is known to hold, told while it is written. */
final class Story {

    final String key;
    final String title;
    private final Map<String, List<Version>> things = new LinkedHashMap<>();
    private int messages;
    private int lines;

    Story(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /**
     * A state of a thing.
     *
     * @param line 0 for the path that is shown, else the number of the side branch
     */
    record Version(String sha256, boolean broken, int line, String message) {}

    /** A branch of the conversation, with what the things on it are at its end. */
    static final class Line {

        final int number;
        String tip;
        private final Map<String, String> contents;

        private Line(int number, String tip, Map<String, String> contents) {
            this.number = number;
            this.tip = tip;
            this.contents = contents;
        }

        /** What the thing is on this branch; null if it is not known here. */
        @Nullable String content(String key) {
            return contents.get(key);
        }

        Collection<String> known() {
            return contents.keySet();
        }
    }

    Line main() {
        return new Line(0, "", new HashMap<>());
    }

    /** A branch that begins as this one is now. */
    Line fork(Line from) {
        lines++;
        return new Line(lines, from.tip, new HashMap<>(from.contents));
    }

    void message() {
        messages++;
    }

    /** A version with a new content. */
    void version(Line line, String key, String content) {
        add(line, key, content, false);
        line.contents.put(key, content);
    }

    /** A version that stands for a change that cannot be applied. */
    void broken(Line line, String key) {
        add(line, key, line.contents.getOrDefault(key, ""), true);
    }

    /** A version that is cut off: what there is of it counts. */
    void cutOff(Line line, String key, String content) {
        add(line, key, content, true);
        line.contents.put(key, content);
    }

    /** Something the readers leave out. */
    void forget(String key) {
        things.remove(key);
    }

    private void add(Line line, String key, String content, boolean broken) {
        things.computeIfAbsent(key, k -> new ArrayList<>())
                .add(new Version(sha256(content), broken, line.number, line.tip));
    }

    int messages() {
        return messages;
    }

    Map<String, List<Version>> things() {
        return things;
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
