package io.artifactor.bench;

import io.artifactor.launcher.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product's query, sent to Elasticsearch itself. */
final class BareSearch {
    private static final String WORD =
            """
            {"multi_match":{"query":"WORD","type":"phrase",
             "fields":["title^4","fileName^2","heads^2","description^1.5","place^1.5","content",
              "words^0.7"]}}\
            """;

    private static final String BODY =
            """
            {"query":{"bool":{"filter":[{"terms":{"readers":[READERS]}}],"must":[{"bool":{"must":[WORDS]}}]}},
            "from":0,"size":20,"track_total_hits":true,"track_scores":true,
            "_source":{"includes":["type","title","description","fileName","place","kind",
             "language","source","conversationId","updatedAt"]},
            "sort":[{"_score":{"order":"desc"}},{"updatedAt":{"order":"desc"}},{"id":{"order":"asc"}}],
            "highlight":{"pre_tags":["\\ue000"],"post_tags":["\\ue001"],"require_field_match":false,
             "max_analyzed_offset":1000000,"fields":{"title":{"number_of_fragments":0},
             "description":{"fragment_size":160,"number_of_fragments":1},
             "content":{"fragment_size":160,"number_of_fragments":3}}}}\
            """;

    private final Http http;
    private final String headers;
    private final String body;

    BareSearch(Endpoint endpoint, Http http, Library library) {
        this.http = http;
        String pair = endpoint.user() + ":" + endpoint.password();
        headers =
                "Content-Type: application/json\r\nAuthorization: Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                        + "\r\n";
        String readers =
                Stream.concat(
                                Stream.of("u:" + library.user()),
                                library.readable().stream().map(id -> "w:" + id))
                        .map(reader -> '"' + reader + '"')
                        .collect(Collectors.joining(","));
        body = BODY.replace("READERS", readers);
    }

    void search(SplittableRandom random) throws IOException {
        String first = WORD.replace("WORD", Texts.word(random));
        String second = WORD.replace("WORD", Texts.word(random));
        String query = body.replace("WORDS", first.equals(second) ? first : first + "," + second);
        http.send(
                "POST",
                "/artifactor/_search?typed_keys=true",
                headers,
                query.getBytes(StandardCharsets.UTF_8));
    }
}
