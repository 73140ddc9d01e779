package io.artifactor.it.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, follows redirects, sends forms. */
final class Visitor implements AutoCloseable {

    private static final int MOST_STEPS = 20;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final String agent;

    Visitor(SSLContext trust) {
        this(trust, "Visitor/1.0");
    }

    /**
     * @param agent what it calls itself
     */
    Visitor(SSLContext trust, String agent) {
        this.agent = agent;
        client = HttpClient.newBuilder().sslContext(trust).cookieHandler(cookies).build();
    }

    /** A page, after all redirects. */
    record Page(URI uri, int status, String body) {

        Document document() {
            return Jsoup.parse(body, uri.toString());
        }
    }

    Page get(String url) {
        return follow(HttpRequest.newBuilder(URI.create(url)).build());
    }

    /**
     * Presses the button of a realm, and goes where it leads.
     *
     * @param server whose page of signing in it is
     */
    Page signIn(String server, String realm) {
        press(server, realm);
        return get(server + "/sso/" + realm);
    }

    /** Presses the button of a realm, and goes nowhere yet. */
    void press(String server, String realm) {
        HttpRequest pressed =
                HttpRequest.newBuilder(
                                post(server + "/sso/begin", Map.of("realm", realm)),
                                (name, value) -> true)
                        .setHeader("Origin", server)
                        .build();
        int status = once(pressed).statusCode();
        if (status != 204) {
            throw new IllegalStateException("The button answers " + status);
        }
    }

    /** The answer itself, redirect or not. */
    HttpResponse<String> once(HttpRequest request) {
        try {
            HttpRequest named =
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .setHeader("User-Agent", agent)
                            .build();
            return client.send(named, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the only form of the page as it is. */
    Page send(Page page) {
        return send(page, Map.of());
    }

    /** Sends the only form of the page with these fields filled in. */
    Page send(Page page, Map<String, String> filled) {
        Element form = page.document().selectFirst("form");
        if (form == null) {
            throw new IllegalStateException("No form at " + page.uri() + ": " + page.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(filled);
        return send(form.absUrl("action"), fields);
    }

    /** Sends a form of no page. */
    Page send(String url, Map<String, String> fields) {
        return follow(post(url, fields));
    }

    static HttpRequest post(String url, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private Page follow(HttpRequest first) {
        HttpRequest request = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            HttpResponse<String> answer = once(request);
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Page(answer.uri(), answer.statusCode(), answer.body());
            }
            request = HttpRequest.newBuilder(answer.uri().resolve(location.get())).build();
        }
        throw new IllegalStateException("Redirected for ever from " + first.uri());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
