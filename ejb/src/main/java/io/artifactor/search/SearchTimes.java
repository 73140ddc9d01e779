package io.artifactor.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How long searches take, by the index that answered. */
@ApplicationScoped
class SearchTimes {

    private static final Metadata TIMES =
            Metadata.builder()
                    .withName("artifactor_search")
                    .withDescription("How long searches take, by the index that answered")
                    .build();

    @Inject private MetricRegistry metrics;

    void searched(boolean degraded, long nanos) {
        String index = degraded ? "postgresql" : "elasticsearch";
        metrics.timer(TIMES, new Tag("index", index)).update(Duration.ofNanos(nanos));
    }
}
