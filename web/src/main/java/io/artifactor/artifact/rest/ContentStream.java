package io.artifactor.artifact.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies content to the connection piece by piece and closes it. A reader that goes away in the
 * middle is no failure of this server and ends the copying quietly.
 */
final class ContentStream implements StreamingOutput {

    private static final System.Logger LOG = System.getLogger(ContentStream.class.getName());
    private static final int BUFFER = 64 * 1024;

    private final InputStream content;

    ContentStream(InputStream content) {
        this.content = content;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (content) {
            byte[] buffer = new byte[BUFFER];
            int read = content.read(buffer);
            while (read >= 0 && isTaken(out, buffer, read)) {
                read = content.read(buffer);
            }
        }
    }

    private static boolean isTaken(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The reader of a download went away", e);
            return false;
        }
    }
}
