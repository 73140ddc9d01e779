package io.artifactor.cli;

import java.util.Iterator;
import java.util.List;

/** The kinds of artifacts, for help and completion; the server has the last word. */
final class Kinds implements Iterable<String> {

    private static final List<String> NAMES =
            List.of(
                    "code",
                    "document",
                    "data",
                    "image",
                    "web",
                    "diagram",
                    "terminal",
                    "archive",
                    "other");

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}
