package io.artifactor.it.search;

/** Identifiers, orders and counts while Elasticsearch answers. */
class ElasticsearchSearchShapeIT extends SearchShapeContract {

    ElasticsearchSearchShapeIT() {
        super(false);
    }
}
