package io.artifactor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.storage.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * A request's body whose fingerprint is taken as it is read, however long it is. Used by one
 * thread.
 */
final class FingerprintedBody extends FilterInputStream {

    private static final int PIECE = 8_192;

    private final MessageDigest digest = Sha256.newDigest();
    private long size;
    private boolean ended;

    /**
     * @param parameters what belongs to the fingerprint beside the body
     */
    FingerprintedBody(InputStream body, String parameters) {
        super(body);
        digest.update(parameters.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            size += read;
        }
        ended |= read < 0;
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whoever read the body may have closed it; what is left of it is still of interest. */
    @Override
    public void close() {}

    /** Reads on to the end, and says whether it came within so many bytes. */
    boolean drain(long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = most;
        while (!ended && left >= 0) {
            int read = read(piece, 0, PIECE);
            left -= Math.max(0, read);
        }
        return ended;
    }

    long size() {
        return size;
    }

    /** To be asked for once, at the end. */
    byte[] fingerprint() {
        return digest.digest();
    }
}
