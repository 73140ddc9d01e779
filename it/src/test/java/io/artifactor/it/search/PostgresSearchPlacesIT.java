package io.artifactor.it.search;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Part;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Places in search while Elasticsearch is away. */
class PostgresSearchPlacesIT extends SearchPlacesContract {

    PostgresSearchPlacesIT() {
        super(true);
    }

    @Override
    @BeforeAll
    void fillALibrary() throws SQLException {
        RunningServer.stack().stop(Part.ELASTICSEARCH);
        super.fillALibrary();
    }

    @AfterAll
    void startElasticsearch() {
        RunningServer.stack().start(Part.ELASTICSEARCH);
        awaitDegraded(false);
    }
}
