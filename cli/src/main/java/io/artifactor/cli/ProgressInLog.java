package io.artifactor.cli;

/** Writes a line at every tenth of the way, for those who read it later. */
final class ProgressInLog implements Progress {

    private static final int TENTHS = 10;

    private final Terminal terminal;
    private final String task;
    private long tenthsSaid;
    private String words = "";

    ProgressInLog(Terminal terminal, String task) {
        this.terminal = terminal;
        this.task = task;
    }

    @Override
    public void at(long done, long total) {
        if (total <= 0) {
            return;
        }
        long tenths = (long) (Math.min(1.0, (double) done / total) * TENTHS);
        if (tenths > tenthsSaid) {
            tenthsSaid = tenths;
            String behind = words.isEmpty() ? "" : ", " + words;
            terminal.note(
                    "%s: %d %% of %s%s".formatted(task, tenths * 10, Sizes.text(total), behind));
        }
    }

    @Override
    public void say(String words) {
        this.words = words;
    }

    @Override
    public void close() {
        // every line is complete already
    }
}
