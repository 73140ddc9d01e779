package io.artifactor.importing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much may be imported, and how much of it at once; checked when first used. */
@ApplicationScoped
public class ImportSettings {

    /** In bytes; also from the environment variable {@code ARTIFACTOR_IMPORT_LIMIT}. */
    @Inject
    @ConfigProperty(name = "artifactor.import.limit", defaultValue = "4294967296")
    private long limit;

    /** Also from the environment variable {@code ARTIFACTOR_IMPORT_CONCURRENCY}. */
    @Inject
    @ConfigProperty(name = "artifactor.import.concurrency", defaultValue = "2")
    private int concurrency;

    @PostConstruct
    void check() {
        if (limit < 1) {
            throw new IllegalStateException(
                    "ARTIFACTOR_IMPORT_LIMIT is %d, expected a number of bytes above 0."
                            .formatted(limit));
        }
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalStateException(
                    "ARTIFACTOR_IMPORT_CONCURRENCY is %d, expected 1 to 64."
                            .formatted(concurrency));
        }
    }

    /** The size of the largest file taken in, in bytes. */
    public long limit() {
        return limit;
    }

    /** How many imports one server works on at a time; more of them wait. */
    public int concurrency() {
        return concurrency;
    }
}
