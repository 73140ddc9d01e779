package io.artifactor.preview;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * What a worker made, or why it made nothing.
 *
 * @param outcome {@code ready}, or {@code timeout}, {@code memory}, {@code crashed}, {@code
 *     too-large}, {@code unsupported}, {@code damaged}
 */
public record WorkerAnswer(String outcome, String mediaType, byte[] body) {

    static final String READY = "ready";
    static final String TIMEOUT = "timeout";
    static final String MEMORY = "memory";
    static final String CRASHED = "crashed";

    static WorkerAnswer failed(String outcome) {
        return new WorkerAnswer(outcome, "", new byte[0]);
    }

    static WorkerAnswer read(byte[] frame) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame))) {
            return new WorkerAnswer(in.readUTF(), in.readUTF(), in.readAllBytes());
        }
    }

    public boolean isReady() {
        return outcome.equals(READY);
    }
}
