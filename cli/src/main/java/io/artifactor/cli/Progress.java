package io.artifactor.cli;

/** How far something long has come. May be told as often as the teller likes. */
interface Progress extends AutoCloseable {

    /** Begins a task: a bar for a person, a line now and then for a log. */
    static Progress of(Terminal terminal, String task) {
        return terminal.screen().interactive()
                ? new ProgressOnScreen(terminal, task)
                : new ProgressInLog(terminal, task);
    }

    /**
     * Tells how much is done.
     *
     * @param total in bytes; 0 when it is not known yet
     */
    void at(long done, long total);

    /** A few words behind the numbers. */
    void say(String words);

    @Override
    void close();
}
