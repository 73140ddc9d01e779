package io.artifactor.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that fills. It appears when the size of the task is known. */
final class ProgressOnScreen implements Progress {

    private static final int REDRAW_EVERY_MILLIS = 200;

    private final Terminal terminal;
    private final String task;
    private @Nullable ProgressBar bar;

    ProgressOnScreen(Terminal terminal, String task) {
        this.terminal = terminal;
        this.task = task;
    }

    @Override
    public void at(long done, long total) {
        if (total <= 0) {
            return;
        }
        if (bar == null) {
            bar = begin(total);
        }
        bar.maxHint(total);
        bar.stepTo(Math.min(done, total));
    }

    @Override
    public void say(String words) {
        if (bar != null) {
            bar.setExtraMessage(" " + Printable.line(words));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private ProgressBar begin(long total) {
        Scale scale = Scale.of(total);
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(scale.unit, scale.bytes)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_EVERY_MILLIS)
                .setConsumer(new OnTerminal(terminal))
                .build();
    }

    /** In which unit the bar counts: one that gives three digits and more. */
    private enum Scale {
        BYTES(" B", 1),
        KIBIBYTES(" KiB", 1024),
        MEBIBYTES(" MiB", 1024 * 1024);

        private static final long WORTH = 100;

        private final String unit;
        private final long bytes;

        Scale(String unit, long bytes) {
            this.unit = unit;
            this.bytes = bytes;
        }

        static Scale of(long total) {
            if (total >= WORTH * MEBIBYTES.bytes) {
                return MEBIBYTES;
            }
            return total >= WORTH * KIBIBYTES.bytes ? KIBIBYTES : BYTES;
        }
    }

    private record OnTerminal(Terminal terminal) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return terminal.screen().width() - 1;
        }

        @Override
        public void accept(String rendered) {
            terminal.redraw(rendered);
        }

        @Override
        public void close() {
            terminal.endOfRedrawing();
        }
    }
}
