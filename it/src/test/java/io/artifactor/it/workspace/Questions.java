package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.TestingUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;

/**
 * Asks who may do what, a hundred thousand times if need be: without holding each answer against
 * the description, which others do.
 */
final class Questions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Questions(String server) {
        base = server + "/api/v1";
    }

    /** What a list shows, which it counts as well. */
    Set<String> listed(TestingUser user, World world) {
        JsonNode answer = read(user, "/artifacts?size=100&total=true&q=" + world.word());
        Set<String> listed = ids(answer);
        assertThat(answer.path("total").asInt()).isEqualTo(listed.size());
        return listed;
    }

    Set<String> found(TestingUser user, World world) {
        return ids(read(user, "/search?size=100&q=" + world.word()));
    }

    /** What PostgreSQL's index finds. */
    Set<String> suggested(TestingUser user, World world) {
        return ids(read(user, "/search/suggestions?size=20&q=" + world.word()));
    }

    /** The status of reading it. */
    int reading(TestingUser user, String artifact) {
        return send(request(user, "/artifacts/" + artifact)).statusCode();
    }

    /** The status of giving it another description. */
    int describe(TestingUser user, String artifact, String description) {
        String change = JSON.createObjectNode().put("description", description).toString();
        return send(request(user, "/artifacts/" + artifact)
                        .header("If-Match", "*")
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(change)))
                .statusCode();
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new HashSet<>();
        list.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private JsonNode read(TestingUser user, String path) {
        HttpResponse<String> answer = send(request(user, path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(TestingUser user, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + user.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
