package io.artifactor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Bytes the server is sending.
 *
 * @param promised the digest the server sent along, in hexadecimal digits
 */
record Content(ServerAddress server, InputStream body, Optional<String> promised)
        implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /**
     * Copies everything.
     *
     * @return the SHA-256 of what was copied, in hexadecimal digits
     * @throws IOException when the target cannot be written; a source that breaks off is a {@link
     *     ServerAway}
     */
    String copyTo(OutputStream target) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER];
        for (int count = next(buffer); count >= 0; count = next(buffer)) {
            digest.update(buffer, 0, count);
            target.write(buffer, 0, count);
        }
        return Sha256.hex(digest);
    }

    private int next(byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw ServerAway.because(server, e);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
