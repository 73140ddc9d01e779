package io.artifactor.limit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Counts what is rare and dear in PostgreSQL, for all nodes together: a short transaction each.
 * Safe for all threads, outside of transactions.
 */
@ApplicationScoped
class DatabaseBuckets {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int REMOVED_AT_ONCE = 1_000;

    // Given back at once: a shared one would stay with the request until its password is checked.
    @Resource(lookup = "jdbc/artifactor", shareable = false)
    private DataSource dataSource;

    private PostgreSQLSelectForUpdateBasedProxyManager<String> proxies;

    @PostConstruct
    void begin() {
        proxies =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("rate_bucket")
                        .idColumn("id")
                        .stateColumn("state")
                        .expiresAtColumn("expires_at")
                        .clientClock(TimeMeter.SYSTEM_MILLISECONDS)
                        .requestTimeout(PATIENCE)
                        .expirationAfterWrite(PerMinute.expiry())
                        .build();
    }

    /**
     * Takes one.
     *
     * @throws RuntimeException if the database cannot
     */
    Allowance take(Counted counted) {
        return Allowance.of(
                proxies.builder()
                        .build(counted.key(), () -> PerMinute.configuration(counted.perMinute()))
                        .tryConsumeAndReturnRemaining(1));
    }

    /** Removes buckets that are full again. */
    void sweep() {
        int removed;
        do {
            removed = proxies.removeExpired(REMOVED_AT_ONCE);
        } while (removed == REMOVED_AT_ONCE);
    }
}
