package io.artifactor.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * The index's mapping, kept to what a minimal distribution of Elasticsearch has: the analysis
 * beyond it (accents, identifiers) is done by {@link Words}.
 */
final class ElasticsearchSchema {

    /** What everybody reads and writes; never an index itself. */
    static final String ALIAS = "artifactor";

    /** Under which an index is written while it is built; there is none in between. */
    static final String NEXT = "artifactor-next";

    /** What names of indexes begin with; goes up with every change of the mapping. */
    static final String INDEX = "artifactor-v3";

    /** Every index there ever was, whatever its mapping. */
    static final String EVERY_INDEX = "artifactor-v*";

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

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

    /** A name that no index has. */
    static String newName() {
        return INDEX + '-' + NAMED.format(Instant.now());
    }

    static boolean isOfThisMapping(String mark) {
        return mark.startsWith(INDEX + '/');
    }
}
