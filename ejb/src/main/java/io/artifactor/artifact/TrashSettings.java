package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_TRASH_DAYS}: how long deleted artifacts can be brought back. */
@ApplicationScoped
public class TrashSettings {

    private static final int LONGEST = 3_650;

    @Inject
    @ConfigProperty(name = "artifactor.trash.days", defaultValue = "30")
    private int days;

    /** At least a day, so that nothing is lost by a slip, and at most ten years. */
    public Duration keeping() {
        return Duration.ofDays(Math.clamp(days, 1, LONGEST));
    }

    Deletion deletion(Caller caller, Instant now) {
        return new Deletion(now, caller.user(), now.plus(keeping()));
    }
}
