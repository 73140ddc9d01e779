package io.artifactor.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What became of a job. Its frame holds outcome and media type as strings, and then the result.
 *
 * @param outcome {@code ready}, or why there is no result
 */
record Answer(String outcome, String mediaType, byte[] body) {

    static Answer ready(String mediaType, byte[] body) {
        return new Answer("ready", mediaType, body);
    }

    static Answer refused(String outcome) {
        return new Answer(outcome, "", new byte[0]);
    }

    /** The same, unless it is longer than it may be. */
    Answer within(int mostBytes) {
        return body.length <= mostBytes ? this : refused(Refused.TOO_LARGE);
    }

    byte[] frame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(outcome);
            out.writeUTF(mediaType);
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
