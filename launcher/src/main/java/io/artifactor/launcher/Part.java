package io.artifactor.launcher;

/** The three processes a complete stack consists of, in the order in which they are started. */
public enum Part {
    DATABASE("PostgreSQL"),
    ELASTICSEARCH("Elasticsearch"),
    SERVER("The server");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** The name people know it by, fit to begin a sentence. */
    public String title() {
        return title;
    }
}
