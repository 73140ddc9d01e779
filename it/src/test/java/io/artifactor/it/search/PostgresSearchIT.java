package io.artifactor.it.search;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All that search promises while Elasticsearch is away; it is away once for all of it. */
class PostgresSearchIT extends Searches {

    @BeforeAll
    static void stopElasticsearch() {
        RunningServer.stack().stop(Part.ELASTICSEARCH);
    }

    @AfterAll
    static void startElasticsearch() {
        RunningServer.stack().start(Part.ELASTICSEARCH);
        awaitDegraded(false);
    }

    /** Words and what is found by them. */
    @Nested
    class Words extends SearchContract {

        Words() {
            super(true);
        }
    }

    /** Folders, categories, tags and properties. */
    @Nested
    class InPlaces extends SearchPlacesContract {

        InPlaces() {
            super(true);
        }
    }

    /** Identifiers, orders and counts. */
    @Nested
    class Shape extends SearchShapeContract {

        Shape() {
            super(true);
        }
    }
}
