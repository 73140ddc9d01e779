package io.artifactor.it.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.cli.CommandLine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandLineIT extends CommandLineTest {

    private static final String CODE =
            """
            # the shortest way through a weighted graph
            def dijkstra(graph, start):
                return {start: 0}
            """;

    @Test
    void fromAFolderOnTheDiskToASearchHitAndBack() throws IOException {
        CommandLine artifactor = signedIn();
        Path notes = Files.createDirectories(artifactor.folder().resolve("notes/deep"));
        Files.writeString(notes.resolve("dijkstra.py"), CODE);

        Result imported = artifactor.run("import", "notes");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("notes.zip: completed", "1 artifact,");

        String[] listed = artifactor.run("ls", "--language", "python").out().strip().split("\t");
        assertThat(listed).contains("code", "python");
        String id = listed[0];
        assertThat(artifactor.run("get", id, "-o", "-").out()).isEqualTo(CODE);
        assertThat(artifactor.run("show", id).out())
                .contains("dijkstra.py", "version       1 of 1");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(artifactor.run("search", "weighted", "graph").out())
                                .startsWith("artifact\t" + id + "\t"));
    }

    @Test
    void importingTheSameAgainAddsNothing() throws IOException {
        CommandLine artifactor = signedIn();
        Files.writeString(artifactor.folder().resolve("note.md"), "# A note\n\nOf some length.\n");
        assertThat(artifactor.run("import", "note.md").out()).contains(" 0 unchanged");

        Result again = artifactor.run("import", "note.md");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("0 added, 0 updated");
    }

    @Test
    void aPreviewImportsNothing() throws IOException {
        CommandLine artifactor = signedIn();
        Files.writeString(artifactor.folder().resolve("note.md"), "# A note\n\nOf some length.\n");

        Result previewed = artifactor.run("import", "--preview", "note.md");

        assertThat(previewed.code()).as(previewed.err()).isZero();
        assertThat(previewed.out()).endsWith("1 artifact, 0 unreadable\n");
        assertThat(artifactor.run("ls").out()).isEmpty();
    }

    @Test
    void signingOutRevokesTheToken() throws IOException {
        CommandLine artifactor = signedIn();
        String token =
                Files.readString(artifactor.folder().resolve("config/artifactor/account.json"));
        assertThat(artifactor.run("whoami").code()).isZero();

        Result out = artifactor.run("logout");

        assertThat(out.code()).as(out.err()).isZero();
        String secret = token.replaceFirst("(?s).*\"(art_[^\"]+)\".*", "$1");
        anonymous()
                .header("Authorization", "Bearer " + secret)
                .get("/auth/me")
                .then()
                .statusCode(401);
        assertThat(artifactor.run("whoami").code()).isEqualTo(3);
    }

    @Test
    void whatAnotherOwnsIsNotFound() throws IOException {
        CommandLine owner = signedIn();
        Files.writeString(owner.folder().resolve("mine.md"), "# Mine\n");
        owner.run("import", "mine.md");
        String id = owner.run("ls").out().split("\t")[0];
        CommandLine stranger = signedIn();

        assertThat(stranger.run("get", id, "-o", "-").code()).isEqualTo(4);
        assertThat(stranger.run("ls").out()).isEmpty();
    }

    private CommandLine signedIn() {
        return signedIn(newUser());
    }
}
