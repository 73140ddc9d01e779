package io.artifactor.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_UPLOAD_LIMIT}: how many bytes the content of one artifact may have. */
@ApplicationScoped
public class UploadSettings {

    @Inject
    @ConfigProperty(name = "artifactor.upload.limit", defaultValue = "104857600")
    private long limit;

    /** In bytes. */
    public long limit() {
        return Math.max(0, limit);
    }
}
