package io.artifactor.idempotency;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What a request was answered, and what it was.
 *
 * @param fingerprint SHA-256 of the request's parameters and body
 * @param bodySize of the request, in bytes
 */
public record KeptAnswer(
        byte[] fingerprint, long bodySize, int status, Map<String, String> headers, byte[] body) {

    public KeptAnswer {
        fingerprint = fingerprint.clone();
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptAnswer that
                && Arrays.equals(fingerprint, that.fingerprint)
                && bodySize == that.bodySize
                && status == that.status
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(fingerprint), bodySize, status, headers);
    }

    @Override
    public String toString() {
        return "KeptAnswer[" + status + "]";
    }
}
