package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import io.artifactor.outbox.ReaderUnavailable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ElasticsearchRefusalTest {

    @Test
    void aRefusedQueryDoesNotMeanElasticsearchIsAway() {
        assertThat(ElasticsearchAnswers.isRefusal(answered(400))).isTrue();
    }

    @Test
    void aMissingIndexAndAnOverloadedNodeMeanItIsAway() {
        assertThat(ElasticsearchAnswers.isRefusal(answered(404))).isFalse();
        assertThat(ElasticsearchAnswers.isRefusal(answered(429))).isFalse();
        assertThat(ElasticsearchAnswers.isRefusal(answered(503))).isFalse();
    }

    @Test
    void noAnswerMeansItIsAway() {
        assertThat(
                        ElasticsearchAnswers.isRefusal(
                                new ReaderUnavailable("away", new IOException("refused"))))
                .isFalse();
    }

    private static ReaderUnavailable answered(int status) {
        ErrorResponse answer =
                ErrorResponse.of(r -> r.status(status).error(e -> e.type("some").reason("reason")));
        return new ReaderUnavailable("answered", new ElasticsearchException("search", answer));
    }
}
