package io.artifactor.capture;

import io.artifactor.artifact.ArtifactId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one artifact of a page.
 *
 * @param id the extension's own
 * @param reason why it was skipped
 */
public record CaptureOutcome(
        String id, Status status, @Nullable ArtifactId artifact, @Nullable String reason) {

    /** How it ended. */
    public enum Status {
        /** A new artifact. */
        ADDED,
        /** The next version of an artifact that was still being written when it was last seen. */
        UPDATED,
        /** Kept before, or twice on the page. */
        UNCHANGED,
        /** Not kept; the reason says why. */
        SKIPPED;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same of the same content, found under another id. */
    CaptureOutcome of(String other) {
        return new CaptureOutcome(other, status, artifact, reason);
    }

    static CaptureOutcome skipped(String id, String reason) {
        return new CaptureOutcome(id, Status.SKIPPED, null, reason);
    }
}
