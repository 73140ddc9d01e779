package io.artifactor.artifact.rest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that must be as long as its sender announced; a connection that breaks must not look like
 * the end of the content. Used by one thread.
 */
final class AnnouncedLength extends FilterInputStream {

    private long missing;

    AnnouncedLength(InputStream body, long length) {
        super(body);
        this.missing = length;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        if (read >= 0) {
            missing -= read;
        } else if (missing > 0) {
            throw new EOFException(missing + " bytes are missing at the end");
        }
    }
}
