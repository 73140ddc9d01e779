package io.artifactor.artifact;

import io.artifactor.storage.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Digests what is read through it. */
final class DigestedPiece extends FilterInputStream {

    private final MessageDigest digest = Sha256.newDigest();

    DigestedPiece(InputStream content) {
        super(content);
    }

    /** Of all that was read; asked for once. */
    Sha256 digest() {
        return Sha256.ofDigest(digest.digest());
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            digest.update((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
        }
        return read;
    }
}
