package io.artifactor.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a file that tells how far it has been read. */
final class Piece extends FilterInputStream {

    private final long from;
    private final long length;
    private final long whole;
    private final Progress progress;
    private long sent;

    /**
     * @param source stands at the beginning of the part
     * @param from where the part begins in the file
     * @param whole the size of the file
     */
    Piece(InputStream source, long from, long length, long whole, Progress progress) {
        super(source);
        this.from = from;
        this.length = length;
        this.whole = whole;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        if (sent == length) {
            return -1;
        }
        int count = super.read(buffer, offset, (int) Math.min(most, length - sent));
        if (count > 0) {
            sent += count;
            progress.at(from + sent, whole);
        }
        return count;
    }
}
