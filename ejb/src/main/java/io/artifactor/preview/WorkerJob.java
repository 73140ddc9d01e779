package io.artifactor.preview;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** What a worker shall make of a file. */
public record WorkerJob(String kind, Path file, String mediaType) {

    byte[] frame(int mostBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(kind);
            out.writeUTF(file.toAbsolutePath().toString());
            out.writeUTF(mediaType);
            out.writeInt(mostBytes);
        }
        return bytes.toByteArray();
    }
}
