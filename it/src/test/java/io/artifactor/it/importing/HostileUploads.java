package io.artifactor.it.importing;

import static io.artifactor.it.importing.Zips.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The stage of uploads made to do harm: a user, and a place nothing may be written to. */
abstract class HostileUploads extends Imports {

    static final String CHAT =
            "[{\"uuid\":\"%s\",\"name\":\"One\",\"chat_messages\":[{\"uuid\":\"m\",\"sender\":"
                    + "\"human\",\"text\":\"Hello\",\"content\":[]}]}]";

    final TestingUser user = newUser();
    final String marker = "evil-" + UUID.randomUUID();

    @TempDir Path outside;

    /** Whatever came in, the server is well and wrote nothing where it should not. */
    @AfterEach
    void serverIsHealthyAndNothingIsWrittenElsewhere() throws IOException {
        RestAssured.given()
                .get(RunningServer.stack().url() + "/health/ready")
                .then()
                .statusCode(200);
        try (var left = Files.list(outside)) {
            assertThat(left).isEmpty();
        }
        Path around = RunningServer.stack().data().resolve("..");
        assertThat(named(marker, around)).isEmpty();
    }

    final List<String> reasonsOf(String fileName, byte[] zip) {
        return reasons(user, completed(user, fileName, zip));
    }

    final List<String> titles() {
        return all(user, "/artifacts").stream()
                .map(artifact -> artifact.get("title").asText())
                .toList();
    }

    final void mustBeRefused(String fileName, byte[] content, String reason) {
        Response answer = upload(user, fileName, content, Map.of("start", true));
        mustBeRefusal(answer, reason);
        answer.then().body("reason", equalTo(reason));
        assertThat(all(user, "/imports")).isEmpty();
    }

    static void mustBeRefusal(Response answer, String of) {
        assertThat(answer.statusCode()).as(of + ": " + answer.asString()).isEqualTo(422);
        JsonNode problem = json(answer.asString());
        assertThat(problem.get("code").asText()).isEqualTo("unreadable-import");
        assertThat(problem.get("detail").asText()).hasSizeGreaterThan(15);
        assertThat(problem.get("reason").asText()).matches("[a-z]+(-[a-z]+)*");
    }

    /** Files of this name below the folder; what vanishes meanwhile is no matter. */
    private static List<Path> named(String name, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (String.valueOf(file.getFileName()).contains(name)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path file, @Nullable IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
