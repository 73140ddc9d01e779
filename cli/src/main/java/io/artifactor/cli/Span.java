package io.artifactor.cli;

/** A piece of a line. */
record Span(String text, boolean strong) {

    static Span plain(String text) {
        return new Span(text, false);
    }

    static Span strong(String text) {
        return new Span(text, true);
    }
}
