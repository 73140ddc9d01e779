package io.artifactor.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_CAPTURE_…}: how much a page may bring. */
@ApplicationScoped
public class CaptureSettings {

    /** More than any page shows; a body with more is a mistake. */
    static final int MOST_ARTIFACTS = 200;

    @Inject
    @ConfigProperty(name = "artifactor.capture.limit", defaultValue = "4194304")
    private long limit;

    /** Of one content, in bytes. */
    long limit() {
        return limit;
    }
}
