package io.artifactor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** The product over HTTP, as a normal user who is signed in. */
final class Product {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1";
    private static final byte[] NOTHING = {};

    private final Http http;
    private volatile String token = "";

    Product(Http http) {
        this.http = http;
    }

    /** Access tokens live for a quarter of an hour, so this is to be done now and then. */
    void signIn(String username, String password) throws IOException {
        token = "";
        Map<String, String> who = Map.of("username", username, "password", password);
        token = call("POST", "/auth/login", who).get("accessToken").asText();
    }

    JsonNode call(String method, String target, Object body) throws IOException {
        return JSON.readTree(
                send(method, target, "application/json", JSON.writeValueAsBytes(body)));
    }

    JsonNode read(String target) throws IOException {
        return JSON.readTree(send("GET", target, "", NOTHING));
    }

    byte[] send(String method, String target, String type, byte[] body) throws IOException {
        String headers =
                (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
        return http.send(method, API + target, headers, body);
    }

    void forgetConnection() throws IOException {
        http.forget();
    }

    void list(SplittableRandom random) throws IOException {
        String language = Library.LANGUAGES.get(random.nextInt(Library.LANGUAGES.size()));
        send(
                "GET",
                "/artifacts?size=20&sort=-updatedAt&kind=code&language=" + language,
                "",
                NOTHING);
    }

    void get(UUID id) throws IOException {
        send("GET", "/artifacts/" + id, "", NOTHING);
    }

    void create(SplittableRandom random) throws IOException {
        String body =
                "{\"title\":\""
                        + Texts.words(random, 4)
                        + "\",\"fileName\":\"bench.py\",\"content\":\""
                        + Texts.words(random, 140).replace("\n", "\\n")
                        + "\"}";
        send("POST", "/artifacts", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    void suggest(SplittableRandom random) throws IOException {
        String word = Texts.word(random);
        String typed = word.substring(0, 2 + random.nextInt(word.length() - 1));
        send("GET", "/search/suggestions?q=" + typed, "", NOTHING);
    }

    void duplicates(SplittableRandom random) throws IOException {
        send("GET", "/artifacts/duplicates?size=20", "", NOTHING);
    }

    void search(SplittableRandom random) throws IOException {
        String text = Texts.word(random) + "+" + Texts.word(random);
        send("GET", "/search?size=20&q=" + text, "", NOTHING);
    }
}
