package io.artifactor.it.search;

/** Search while Elasticsearch answers. */
class ElasticsearchSearchIT extends SearchContract {

    ElasticsearchSearchIT() {
        super(false);
    }
}
