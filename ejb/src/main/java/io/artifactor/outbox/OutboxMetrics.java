package io.artifactor.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox, for those who watch. However many values are read, the database is
 * asked once, and not again for some seconds. Safe for all threads.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class.getName());

    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String COUNTS =
            """
            select reader, case when parked_at is not null then 'parked'
                                when attempts > 0 then 'refused' else 'waiting' end as state,
                   count(*)
            from outbox group by 1, 2
            """;

    private static final Metadata ROWS =
            Metadata.builder()
                    .withName("artifactor_outbox_rows")
                    .withDescription(
                            "Rows in the outbox: waiting, refused and to be tried again, or parked")
                    .build();

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject @Any private Instance<OutboxReader> readers;

    @Inject private MetricRegistry metrics;

    private volatile @Nullable Counts counts;

    /** The numbers by reader and state, and until when they are good enough. */
    private record Counts(Map<String, Long> rows, Instant until) {}

    @PostConstruct
    void register() {
        for (OutboxReader reader : readers) {
            for (String state : new String[] {"waiting", "refused", "parked"}) {
                String key = reader.name() + '/' + state;
                metrics.gauge(
                        ROWS,
                        () -> rows(key),
                        new Tag("reader", reader.name()),
                        new Tag("state", state));
            }
        }
    }

    private double rows(String key) {
        Counts known = counts;
        if (known == null || Instant.now().isAfter(known.until())) {
            known = new Counts(read(), Instant.now().plus(FRESH));
            counts = known;
        }
        Long rows = known.rows().get(key);
        if (rows != null) {
            return rows;
        }
        return known.rows().containsKey(UNKNOWN) ? Double.NaN : 0;
    }

    private static final String UNKNOWN = "";

    private Map<String, Long> read() {
        Map<String, Long> rows = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.put(row.getString(1) + '/' + row.getString(2), row.getLong(3));
            }
            return rows;
        } catch (SQLException e) {
            // The other metrics are needed most while the database is away.
            LOG.log(Level.FINE, "The outbox cannot be counted", e);
            return Map.of(UNKNOWN, 0L);
        }
    }
}
