package io.artifactor.launcher;

/** Hears what the launcher is doing, one readable line at a time. */
@FunctionalInterface
public interface Progress {
    void line(String text);

    /** For tests, which speak through their assertions. */
    static Progress silent() {
        return text -> {};
    }
}
