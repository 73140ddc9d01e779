package io.artifactor.importing.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys near the top of a JSON document, found in its beginning without minding whether it is
 * well formed. Keys are listed by the way to their object: {@code ""} for the top, {@code "[]"} for
 * the objects of a list at the top, {@code "conversations[]"} for those of a list in it.
 */
final class KeyScan {

    private static final int MAX_DEPTH = 5;

    private final byte[] head;
    private final Map<String, Set<String>> keys = new LinkedHashMap<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int at;
    private int tops;
    private boolean lineBreakInFirst;

    private static final class Frame {
        private final boolean object;
        private final String path;
        private boolean wantsKey;
        private String key = "";

        Frame(boolean object, String path) {
            this.object = object;
            this.path = path;
            this.wantsKey = object;
        }
    }

    private KeyScan(byte[] head) {
        this.head = head;
    }

    static KeyScan of(byte[] head) {
        KeyScan scan = new KeyScan(head);
        scan.run();
        return scan;
    }

    /** The keys of all objects that were found at the place. */
    Set<String> at(String path) {
        return keys.getOrDefault(path, Set.of());
    }

    /** The ways to all objects found. */
    Set<String> paths() {
        return keys.keySet();
    }

    /** Whether values follow one another at the top. */
    boolean hasSeveralTops() {
        return tops > 1;
    }

    /** Whether the first value at the top stands on a line of its own. */
    boolean isByLines() {
        return !lineBreakInFirst;
    }

    private void run() {
        while (at < head.length) {
            byte b = head[at++];
            switch (b) {
                case '"' -> string();
                case '{' -> open(true);
                case '[' -> open(false);
                case '}', ']' -> frames.poll();
                case ',' -> {
                    Frame frame = frames.peek();
                    if (frame != null) {
                        frame.wantsKey = frame.object;
                    }
                }
                case '\n' -> lineBreakInFirst |= tops == 1 && !frames.isEmpty();
                default -> {
                    // Nothing else says where keys are.
                }
            }
        }
    }

    private void open(boolean object) {
        Frame outer = frames.peek();
        if (outer == null) {
            tops++;
        }
        if (frames.size() >= MAX_DEPTH) {
            // Neither names nor memory for what lies deeper.
            frames.push(new Frame(object, ""));
            return;
        }
        String path = outer == null ? "" : outer.object ? join(outer.path, outer.key) : outer.path;
        String own = object ? path : path + "[]";
        frames.push(new Frame(object, own));
        if (object) {
            keys.computeIfAbsent(own, p -> new LinkedHashSet<>());
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private void string() {
        int from = at;
        while (at < head.length && head[at] != '"') {
            at += head[at] == '\\' ? 2 : 1;
        }
        Frame frame = frames.peek();
        if (frame != null && frame.wantsKey && at < head.length) {
            frame.wantsKey = false;
            frame.key = name(from, at);
            if (frames.size() <= MAX_DEPTH) {
                Set<String> known = keys.computeIfAbsent(frame.path, p -> new LinkedHashSet<>());
                if (known.size() < 200) {
                    known.add(frame.key);
                }
            }
        }
        at++;
    }

    private String name(int from, int to) {
        int length = Math.min(to - from, 100);
        return new String(head, from, length, StandardCharsets.UTF_8);
    }

    /** The key of the list at the top whose objects have one of these keys; null if none does. */
    @Nullable String listWith(String... wanted) {
        for (Map.Entry<String, Set<String>> entry : keys.entrySet()) {
            String path = entry.getKey();
            boolean isList = path.endsWith("[]") && path.length() > 2 && path.indexOf('.') < 0;
            for (String key : wanted) {
                if (isList && entry.getValue().contains(key)) {
                    return path.substring(0, path.length() - 2);
                }
            }
        }
        return null;
    }
}
