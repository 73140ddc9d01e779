package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifyIT extends Life {

    private final TestingUser user = newUser();

    private String unique() {
        return "content " + UUID.randomUUID();
    }

    @Test
    void aFlippedByteIsFoundAndShown() throws IOException {
        String id = add(user, "T", unique());
        replace(user, id, unique());
        Path file = file(get(user, id).path("sha256"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);

        Response verified = as(user).post("/artifacts/{id}/verify", id);

        verified.then()
                .statusCode(200)
                .body("items.outcome", contains("corrupt", "ok"))
                .body("items[0].foundSize", equalTo(bytes.length))
                .body("items[0].foundSha256", not(equalTo(verified.path("items[0].sha256"))))
                .body("counts.corrupt", equalTo(1))
                .body("counts.ok", equalTo(1));
        as(user).get("/artifacts/{id}/versions", id)
                .then()
                .body("items.integrity", contains("corrupt", "ok"));
        bytes[3] ^= 1;
        Files.write(file, bytes);
        as(user).post("/artifacts/{id}/verify", id).then().body("counts.ok", equalTo(2));
    }

    @Test
    void missingContentIsFound() throws IOException {
        String id = add(user, "T", unique());
        Files.delete(file(get(user, id).path("sha256")));

        as(user).post("/artifacts/{id}/verify", id)
                .then()
                .body("items.outcome", contains("missing"))
                .body("items[0]", not(hasKey("foundSize")));
    }

    @Test
    void theAdministratorChecksTheWholeStore() throws IOException {
        String id = add(user, "T", unique());
        String sha256 = get(user, id).path("sha256");
        Files.writeString(file(sha256), "cut");

        List<String> failed = new ArrayList<>();
        String next = "";
        do {
            Response answer = as(administrator()).queryParam("after", next).post("/admin/verify");
            answer.then().statusCode(200);
            failed.addAll(answer.path("failed.sha256"));
            next = answer.path("next");
        } while (next != null);

        assertThat(failed).contains(sha256);
        as(user).post("/admin/verify").then().statusCode(403);
        as(user).post("/admin/purge").then().statusCode(403);
        as(administrator())
                .queryParam("after", "../..")
                .post("/admin/verify")
                .then()
                .statusCode(400);
    }
}
