package io.artifactor.it.search;

/** Places in search while Elasticsearch answers. */
class ElasticsearchSearchPlacesIT extends SearchPlacesContract {

    ElasticsearchSearchPlacesIT() {
        super(false);
    }
}
