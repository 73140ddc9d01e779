package io.artifactor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How imports ended on this server since its start. Safe for all threads. */
@ApplicationScoped
class ImportMetrics {

    private static final Metadata IMPORTS =
            Metadata.builder()
                    .withName("artifactor_imports")
                    .withDescription("Imports and previews that ended, by how they did")
                    .build();

    @Inject private MetricRegistry metrics;

    void ended(ImportState state) {
        metrics.counter(IMPORTS, new Tag("outcome", state.id())).inc();
    }
}
