package io.artifactor.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file on its way to the server: read once, counted and digested while it passes. */
final class Upload {

    private final Path file;
    private final long size;
    private final Progress progress;
    private final MessageDigest digest = Sha256.start();

    Upload(Path file, Progress progress) throws IOException {
        this.file = file;
        this.size = Files.size(file);
        this.progress = progress;
    }

    BodyPublisher body() {
        if (size == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), size);
    }

    /** In hexadecimal digits; of what has been sent, so to be asked when all of it has. */
    String sha256() {
        return Sha256.hex(digest);
    }

    private InputStream open() {
        try {
            digest.reset();
            return new Watched(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Watched extends FilterInputStream {

        private long sent;

        Watched(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                digest.update(buffer, offset, count);
                sent += count;
                progress.at(sent, size);
            }
            return count;
        }
    }
}
