package io.artifactor.web;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request body that refuses to be read past its limit. Used by one thread. */
public final class LimitedBody extends FilterInputStream {

    private final long limit;
    private long count;

    public LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            add(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    private void add(int read) {
        count += read;
        if (count > limit) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "A JSON body may have %,d bytes; send larger content to the upload resources."
                            .formatted(limit));
        }
    }
}
