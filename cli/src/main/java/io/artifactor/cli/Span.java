package io.artifactor.cli;

/** A piece of a line. */
record Span(String text, Look look) {

    static Span plain(String text) {
        return new Span(text, Look.PLAIN);
    }

    static Span strong(String text) {
        return new Span(text, Look.STRONG);
    }

    /** How it is shown where colours are; elsewhere all looks are the same. */
    enum Look {
        PLAIN(""),
        STRONG("\u001b[1m"),
        ADDED("\u001b[32m"),
        REMOVED("\u001b[31m"),
        PLACE("\u001b[36m");

        private final String beginning;

        Look(String beginning) {
            this.beginning = beginning;
        }

        /** What switches a terminal to it. */
        String beginning() {
            return beginning;
        }
    }
}
