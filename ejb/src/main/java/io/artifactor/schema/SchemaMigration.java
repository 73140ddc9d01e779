package io.artifactor.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Migrates the schema at start, once for all nodes (Flyway holds a lock), and refuses to go on with
 * a schema that is not the one this build knows.
 *
 * <p>Transactions are Flyway's own, so the bean manages them itself.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway flyway =
                Flyway.configure(SchemaMigration.class.getClassLoader())
                        .dataSource(dataSource)
                        .locations("classpath:db/migration")
                        .failOnMissingLocations(true)
                        .load();
        int known = flyway.info().all().length;
        int applied = flyway.migrate().migrationsExecuted;
        MigrationInfo current = flyway.info().current();
        // Flyway skips a folder it cannot list in this class loader without a word.
        if (known == 0 || current == null) {
            throw new IllegalStateException(
                    "No database migration was found in the application; the build is incomplete.");
        }
        LOG.log(
                Level.INFO,
                "Database schema at version {0}, {1} migrations applied now.",
                new Object[] {current.getVersion(), applied});
    }
}
