package io.artifactor.importing.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with {@link RefusedContent} when more than so many bytes come. */
final class LimitedStream extends FilterInputStream {

    private final long max;
    private long count;

    LimitedStream(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        counted(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return counted(super.read(target, offset, length));
    }

    @Override
    public long skip(long n) throws IOException {
        return counted((int) super.skip(Math.min(n, Integer.MAX_VALUE)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int counted(int read) throws RefusedContent {
        count += Math.max(0, read);
        if (count > max) {
            throw new RefusedContent(
                    "too-large", "It is larger than the " + max + " bytes that are allowed.");
        }
        return read;
    }
}
