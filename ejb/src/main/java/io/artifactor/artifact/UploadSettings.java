package io.artifactor.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much may be uploaded, and how long a resumable upload waits to be gone on with. */
@ApplicationScoped
public class UploadSettings {

    private static final int MOST_HOURS = 24 * 30;

    /** Also from the environment variable {@code ARTIFACTOR_UPLOAD_LIMIT}. */
    @Inject
    @ConfigProperty(name = "artifactor.upload.limit", defaultValue = "104857600")
    private long limit;

    /** Also from the environment variable {@code ARTIFACTOR_UPLOAD_HOURS}. */
    @Inject
    @ConfigProperty(name = "artifactor.upload.hours", defaultValue = "24")
    private int hours;

    /** Also from the environment variable {@code ARTIFACTOR_UPLOAD_UNFINISHED}. */
    @Inject
    @ConfigProperty(name = "artifactor.upload.unfinished", defaultValue = "50")
    private int unfinished;

    /** How many bytes the content of one artifact may have. */
    public long limit() {
        return Math.max(0, limit);
    }

    /** How long after its last piece an upload can be gone on with. */
    public Duration resumableFor() {
        return Duration.ofHours(Math.clamp(hours, 1, MOST_HOURS));
    }

    /** How many unfinished uploads one user may have. */
    public int unfinished() {
        return Math.max(1, unfinished);
    }
}
