package io.artifactor.artifact;

import io.artifactor.identity.PublicUrl;
import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** {@code ARTIFACTOR_SHARE_…}: how long share links are good for, and where they lead. */
@ApplicationScoped
class ShareLinkSettings {

    private static final int TEN_YEARS = 3_650;

    @Inject
    @ConfigProperty(name = "artifactor.share.days", defaultValue = "30")
    private int days;

    @Inject
    @ConfigProperty(name = "artifactor.share.longest.days", defaultValue = "365")
    private int longestDays;

    @Inject private PublicUrl publicUrl;

    /** Where people open a link with that secret. */
    public String url(String secret) {
        return publicUrl.of("/share/" + secret);
    }

    /** The end asked for if it is possible, else the usual one. */
    public Instant end(@Nullable Instant wanted, Instant now) {
        int longest = Math.clamp(longestDays, 1, TEN_YEARS);
        if (wanted == null) {
            return now.plus(Duration.ofDays(Math.clamp(days, 1, longest)));
        }
        if (!wanted.isAfter(now)) {
            throw Problem.invalid("expiresAt", "is in the past.");
        }
        if (wanted.isAfter(now.plus(Duration.ofDays(longest)))) {
            throw Problem.invalid(
                    "expiresAt",
                    "is more than %,d days away, the longest here.".formatted(longest));
        }
        return wanted.truncatedTo(ChronoUnit.MICROS);
    }
}
