package io.artifactor.search;

import java.util.UUID;

/**
 * The index's mapping, kept to what a minimal distribution of Elasticsearch has: the analysis
 * beyond it (accents, identifiers) is done by {@link Words}.
 */
final class ElasticsearchSchema {

    /** What everybody reads and writes; never an index itself. */
    static final String ALIAS = "artifactor";

    /** Goes up with every change of the mapping. */
    static final String INDEX = "artifactor-v3";

    private static final String DEFINITION =
            """
            {
              "settings": {
                "number_of_shards": 1,
                "number_of_replicas": 0,
                "auto_expand_replicas": "0-1",
                "highlight.max_analyzed_offset": 2000000
              },
              "mappings": {
                "dynamic": "strict",
                "_meta": {"mark": "MARK"},
                "properties": {
                  "id": {"type": "keyword"},
                  "type": {"type": "keyword"},
                  "readers": {"type": "keyword"},
                  "hash": {"type": "keyword", "index": false, "doc_values": false},
                  "title": {"type": "text", "index_prefixes": {"min_chars": 2, "max_chars": 5}},
                  "titleKey": {"type": "keyword"},
                  "titleWords": {"type": "text", "norms": false},
                  "description": {"type": "text"},
                  "descriptionWords": {"type": "text", "norms": false},
                  "fileName": {"type": "text"},
                  "fileWords": {"type": "text", "norms": false},
                  "content": {"type": "text", "index_options": "offsets"},
                  "words": {"type": "text", "norms": false},
                  "heads": {"type": "text", "norms": false},
                  "kind": {"type": "keyword"},
                  "language": {"type": "keyword"},
                  "source": {"type": "keyword"},
                  "owner": {"type": "keyword"},
                  "conversationId": {"type": "keyword"},
                  "size": {"type": "long"},
                  "createdAt": {"type": "date"},
                  "updatedAt": {"type": "date"},
                  "place": {"type": "text"},
                  "tagKeys": {"type": "keyword"},
                  "folders": {"type": "keyword"},
                  "categoryId": {"type": "keyword"},
                  "categoryKey": {"type": "keyword"}
                }
              }
            }
            """;

    private ElasticsearchSchema() {}

    /** What the index is made of, with a mark by which it is known again. */
    static String definition(String mark) {
        return DEFINITION.replace("MARK", mark);
    }

    /** A mark that no index has yet, and no index of another mapping will have. */
    static String newMark() {
        return INDEX + '/' + UUID.randomUUID();
    }

    static boolean isOfThisMapping(String mark) {
        return mark.startsWith(INDEX + '/');
    }
}
