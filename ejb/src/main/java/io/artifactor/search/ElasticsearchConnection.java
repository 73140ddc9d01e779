package io.artifactor.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.artifactor.trust.TrustedAuthority;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * The client of Elasticsearch, with short patience: a search would rather be answered by PostgreSQL
 * than late.
 */
@ApplicationScoped
class ElasticsearchConnection {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int QUICK_MILLIS = 2_000;

    @Inject private SearchSettings settings;

    private RestClient rest;
    private ElasticsearchClient client;
    private ElasticsearchClient quick;

    ElasticsearchConnection() {}

    ElasticsearchConnection(SearchSettings settings) {
        this.settings = settings;
    }

    @PostConstruct
    void open() {
        HttpHost[] hosts =
                settings.urls().stream()
                        .map(url -> HttpHost.create(url.toString()))
                        .toArray(HttpHost[]::new);
        RestClientBuilder builder =
                RestClient.builder(hosts)
                        .setRequestConfigCallback(request ->
                                // What is sent along is for the configured servers alone.
                                request.setRedirectsEnabled(false)
                                        .setConnectTimeout(CONNECT_MILLIS)
                                        .setSocketTimeout(ANSWER_MILLIS)
                                        .setConnectionRequestTimeout(CONNECT_MILLIS));
        settings.user().ifPresent(user -> builder.setDefaultHeaders(signIn(user)));
        if (settings.authority().isPresent()) {
            SSLContext trust = TrustedAuthority.context("ARTIFACTOR_ES_CA", settings.authority());
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(trust));
        }
        rest = builder.build();
        client = new ElasticsearchClient(new RestClientTransport(rest, new JacksonJsonpMapper()));
        quick = client.withTransportOptions(new RestClientOptions(impatient(), false));
    }

    /** For the filling of the index, for which nobody waits. */
    ElasticsearchClient client() {
        return client;
    }

    /** For searches, for which somebody waits. */
    ElasticsearchClient quick() {
        return quick;
    }

    private static RequestOptions impatient() {
        RequestConfig config =
                RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(QUICK_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .build();
        return RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build();
    }

    @PreDestroy
    void close() {
        try {
            rest.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the connection to Elasticsearch", e);
        }
    }

    private Header[] signIn(String user) {
        byte[] pair = (user + ':' + settings.password()).getBytes(StandardCharsets.UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new Header[] {new BasicHeader("Authorization", value)};
    }
}
