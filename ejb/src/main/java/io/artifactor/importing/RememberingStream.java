package io.artifactor.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers why it could not be read, for whoever let another read it. Used by one thread. */
final class RememberingStream extends FilterInputStream {

    private @Nullable IOException failure;

    RememberingStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Throws what reading failed of, if it did. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
