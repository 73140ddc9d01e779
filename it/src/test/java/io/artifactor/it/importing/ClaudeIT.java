package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody pastes is looked through, and kept if they want it. */
class ClaudeIT extends Imports {

    private static final String CODE =
            """
            def sort(items):
                if len(items) < 2:
                    return items
                half = len(items) // 2
                left, right = sort(items[:half]), sort(items[half:])
                # both halves are sorted now; merging takes as long as both are together
                return merge(left, right)
                # so that all of it takes n log n steps and not a single one more
            """;
    private static final String TEXT = "Like this:\n\n## Merge sort\n```python\n" + CODE + "```\n";
    private static final String PAGE =
            "<html><head><link rel=canonical href='https://claude.ai/share/6f1e0f6c-5a39'></head>"
                    + "<body><h2>Merge sort</h2><pre><code class='language-python'>"
                    + CODE.replace("<", "&lt;")
                    + "</code></pre></body></html>";
    private static final String TAGS =
            "Here: <antArtifact identifier=\"sort\" type=\"application/vnd.ant.code\""
                    + " language=\"python\" title=\"Merge sort\">\n"
                    + CODE
                    + "</antArtifact>";

    private static Response extract(TestingUser user, String type, String body) {
        return as(user).contentType(type).body(body.getBytes()).post("/claude/extract");
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT_NAME, "page", "tags"})
    void whatIsPastedIsLookedThroughAndNotKept(String kind) {
        TestingUser user = newUser();
        Response found =
                switch (kind) {
                    case "page" -> extract(user, "text/html", PAGE);
                    case "tags" -> extract(user, "text/plain", TAGS);
                    default -> extract(user, "text/plain", TEXT);
                };

        found.then()
                .statusCode(200)
                .body("artifacts.size()", equalTo(1))
                .body("artifacts[0].title", equalTo("Merge sort"))
                .body("artifacts[0].language", equalTo("python"))
                .body("artifacts[0].content", containsString("half = len(items) // 2"))
                .body("cut", equalTo(false));
        as(user).get("/artifacts").then().body("items.size()", equalTo(0));
        as(user).get("/imports").then().body("items.size()", equalTo(0));
    }

    private static final String TEXT_NAME = "text";

    @Test
    void whatIsPastedIsKeptOnDemand() {
        TestingUser user = newUser();
        Response accepted =
                as(user).contentType("text/html").body(PAGE.getBytes()).post("/claude/download");
        accepted.then().statusCode(202).body("format", equalTo("claude-page/1"));
        String id = accepted.path("id");
        assertThat(accepted.header("Location")).endsWith("/api/v1/claude/download/" + id);

        completed(over(user, id));
        as(user).get("/claude/download/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("counts.artifacts", equalTo(1));
        as(user).get("/artifacts").then().body("items.title", equalTo(List.of("Merge sort")));
        as(newUser()).get("/claude/download/{id}", id).then().statusCode(404);
    }

    @Test
    void badPastesAreRefused() {
        TestingUser user = newUser();
        extract(user, "text/plain", "").then().statusCode(400);
        extract(user, "application/json", "{\"a\":1}").then().statusCode(422);
        extract(user, "text/plain", "x".repeat((10 << 20) + 1)).then().statusCode(413);
        extract(user, "text/plain", "nothing in it").then().body("artifacts.size()", equalTo(0));
        anonymous()
                .contentType("text/plain")
                .body("x")
                .post("/claude/extract")
                .then()
                .statusCode(401);
        as(user).contentType("text/plain").body("").post("/claude/download").then().statusCode(400);
    }
}
