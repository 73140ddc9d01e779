package io.artifactor.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Compresses what is written once it is long enough to be worth it, and passes on what is not. Does
 * not close what it writes to. Used by one thread.
 */
final class LateGzip extends OutputStream {

    static final int WORTH = 1_024;

    private final OutputStream target;
    private final Runnable beforeCompressing;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private @Nullable GZIPOutputStream gzip;
    private boolean finished;

    /**
     * @param beforeCompressing called before the first byte, if any will be compressed
     */
    LateGzip(OutputStream target, Runnable beforeCompressing) {
        this.target = target;
        this.beforeCompressing = beforeCompressing;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (gzip != null) {
            gzip.write(bytes, offset, length);
            return;
        }
        beginning.write(bytes, offset, length);
        if (beginning.size() > WORTH) {
            beforeCompressing.run();
            GZIPOutputStream started = new GZIPOutputStream(target);
            gzip = started;
            beginning.writeTo(started);
            beginning.reset();
        }
    }

    /** Writes the rest; further calls do nothing. */
    void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        if (gzip != null) {
            gzip.finish();
        } else {
            beginning.writeTo(target);
        }
    }

    @Override
    public void close() throws IOException {
        finish();
    }
}
