package io.artifactor.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What is to be made. Its frame holds, as {@link java.io.DataInput} reads them: kind, path and
 * media type as strings, and the greatest size of the result as a number.
 *
 * @param mediaType what the sender of the document says it is
 * @param mostBytes how long the result may be
 */
record Job(String kind, Path file, String mediaType, int mostBytes) {

    static Job read(byte[] frame) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame))) {
            return new Job(in.readUTF(), Path.of(in.readUTF()), in.readUTF(), in.readInt());
        }
    }
}
