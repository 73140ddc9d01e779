package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.storage.Sha256;
import java.util.Set;

/**
 * Content to be downloaded.
 *
 * @param size in bytes
 * @param inline whether the reader wants to see it rather than save it
 */
record Download(Sha256 digest, long size, String mediaType, String fileName, boolean inline) {

    /** What a browser shows without running anything in it. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "text/plain",
                    "text/markdown",
                    "text/csv",
                    "application/json",
                    "image/png",
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "image/avif");

    static Download of(ArtifactVersion version, String fileName, boolean inline) {
        return new Download(
                version.sha256(), version.size(), version.mediaType(), fileName, inline);
    }

    String entityTag() {
        return "\"" + digest + "\"";
    }

    String disposition() {
        return ContentDisposition.of(inline && HARMLESS.contains(mediaType), fileName);
    }

    /** Text is UTF-8 unless proven otherwise; a browser would guess worse. */
    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }
}
