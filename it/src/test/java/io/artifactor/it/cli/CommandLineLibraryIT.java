package io.artifactor.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.TestingUser;
import io.artifactor.it.cli.CommandLine.Result;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Putting things into the library and keeping them in order, from the command line. */
class CommandLineLibraryIT extends CommandLineTest {

    private static final int LARGE = 10_000_000;

    private final TestingUser user = newUser();

    @Test
    void aFolderGoesIntoFoldersOfTheSameNames() throws IOException {
        CommandLine artifactor = signedIn(user);
        Path deep = Files.createDirectories(artifactor.folder().resolve("notes/deep"));
        Files.writeString(deep.resolve("sort.py"), "def sort(x): ...\n");
        Files.writeString(artifactor.folder().resolve("notes/readme.md"), "# Notes\n");

        Result put =
                artifactor.run(
                        "put", "notes", "--folder", "Archive/2026", "--parents", "--tag", "old");

        assertThat(put.code()).as(put.err()).isZero();
        assertThat(put.out().lines()).hasSize(2);
        String[] listed =
                artifactor
                        .run("ls", "--folder", "archive/2026/notes/deep", "--tag", "old")
                        .out()
                        .split("\t");
        assertThat(listed).contains("code", "python", "sort.py\n");
        assertThat(artifactor.run("cat", listed[0]).out()).isEqualTo("def sort(x): ...\n");
        assertThat(artifactor.run("put", "notes", "--folder", "Elsewhere").code()).isEqualTo(4);
        assertThat(artifactor.run("put", "notes", "--category", "Elsewhere").code()).isEqualTo(4);
    }

    @Test
    void theStandardInputBecomesAnArtifactWithATitle() {
        CommandLine artifactor = signedIn(user);

        Result put =
                artifactor.runWith(
                        "select 1;\n",
                        "put",
                        "-",
                        "--name",
                        "one.sql",
                        "--title",
                        "One",
                        "--category",
                        "Code",
                        "--json");

        assertThat(put.code()).as(put.err()).isZero();
        assertThat(put.out())
                .contains("\"title\" : \"One\"", "\"fileName\" : \"one.sql\"")
                .contains("\"language\" : \"sql\"");
        assertThat(artifactor.run("ls", "--category", "Code").out()).contains("One");
    }

    @Test
    void aLargeFileSurvivesABreakOfTheConnection() throws IOException {
        CommandLine artifactor = signedIn(user);
        byte[] content = largeFile(artifactor);
        try (TestingProxy proxy = new TestingProxy().breakingAfter(4_000_000)) {
            Result put =
                    artifactor
                            .with("ARTIFACTOR_URL", proxy.url())
                            .with("ARTIFACTOR_TOKEN", user.token())
                            .run("put", "large.bin", "--tag", "big");

            assertThat(put.code()).as(put.err()).isZero();
            assertThat(proxy.isBroken()).isTrue();
        }

        assertIsThere(artifactor, content);
    }

    @Test
    void theSameCommandGoesOnWithALargeFileAfterwards() throws IOException {
        CommandLine artifactor = signedIn(user);
        byte[] content = largeFile(artifactor);
        try (TestingProxy proxy = new TestingProxy().breakingAfter(6_000_000)) {
            CommandLine behind =
                    artifactor
                            .with("ARTIFACTOR_URL", proxy.url())
                            .with("ARTIFACTOR_TOKEN", user.token());
            Result broken = behind.run("put", "large.bin", "--patience", "0");
            assertThat(broken.code()).as(broken.err()).isEqualTo(6);
            assertThat(broken.err()).contains("The same command again goes on");

            Result again = behind.run("put", "large.bin");

            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.err()).contains("Going on where it broke off");
        }
        assertIsThere(artifactor, content);
    }

    @Test
    void anArtifactIsRenamedMovedTaggedComparedAndDeleted() throws IOException {
        CommandLine artifactor = signedIn(user);
        Files.writeString(artifactor.folder().resolve("a.txt"), "one\n\ttwo\n");
        String id = first(artifactor, "put", "a.txt");
        as(user).contentType("text/plain")
                .header("If-Match", "*")
                .body("one\n\tthree\n")
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(200);

        assertThat(artifactor.run("mv", id, "Work/Texts", "-p", "--title", "Numbers").code())
                .isZero();
        assertThat(artifactor.run("tag", id, "+x", "+y", "-x").out()).isEqualTo("y\n");
        assertThat(artifactor.run("ls", "--folder", "Work", "--tag", "y").out())
                .startsWith(id)
                .endsWith("Numbers\n");
        assertThat(artifactor.run("versions", id).out().lines()).hasSize(2);
        assertThat(artifactor.run("diff", id).out())
                .isEqualTo("--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n one\n-\ttwo\n+\tthree\n");
        assertThat(artifactor.run("cat", id, "--version", "1").out()).isEqualTo("one\n\ttwo\n");
        assertThat(artifactor.run("rm", id).out()).isEqualTo("Deleted: Numbers\n");
        assertThat(artifactor.run("show", id).code()).isEqualTo(4);
        Result back = artifactor.run("put", "a.txt", "--tag", "z");
        assertThat(back.code()).as(back.err()).isZero();
    }

    @Test
    void aDeletedFilePutAgainComesBackWithWhatIsWished() throws IOException {
        CommandLine artifactor = signedIn(user);
        Files.writeString(artifactor.folder().resolve("a.txt"), "one\n");
        String id = first(artifactor, "put", "a.txt", "--tag", "x");
        artifactor.run("rm", id);

        Result back = artifactor.run("put", "a.txt", "--tag", "y", "--folder", "New", "-p");

        assertThat(back.err()).contains("Brought back from the trash: a.txt");
        assertThat(back.out()).startsWith(id);
        assertThat(artifactor.run("tag", id).out()).isEqualTo("x\ny\n");
        assertThat(artifactor.run("ls", "--folder", "New").out()).startsWith(id);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotDeleted() throws IOException {
        CommandLine artifactor = signedIn(user);
        Files.writeString(artifactor.folder().resolve("a.txt"), "one\n");
        String id = first(artifactor, "put", "a.txt");
        try (TestingProxy proxy =
                new TestingProxy()
                        .before(
                                "DELETE /api/v1/artifacts/",
                                () ->
                                        as(user).contentType(ContentType.JSON)
                                                .header("If-Match", "*")
                                                .body(Map.of("title", "Better"))
                                                .patch("/artifacts/{id}", id)
                                                .then()
                                                .statusCode(200))) {
            Result refused =
                    artifactor
                            .with("ARTIFACTOR_URL", proxy.url())
                            .with("ARTIFACTOR_TOKEN", user.token())
                            .run("rm", id);

            assertThat(refused.code()).as(refused.err()).isEqualTo(7);
            assertThat(refused.err()).contains(id);
        }
        assertThat(artifactor.run("show", id).out()).startsWith("Better\n");
    }

    @Test
    void whatIsNotThereOrAnothersIsNotFound() throws IOException {
        CommandLine owner = signedIn(user);
        Files.writeString(owner.folder().resolve("a.txt"), "one\n");
        String anothers = first(owner, "put", "a.txt");
        CommandLine stranger = signedIn(newUser());

        for (String command : new String[] {"show", "get", "cat", "rm", "versions", "diff"}) {
            assertThat(stranger.run(command, anothers).code()).as(command).isEqualTo(4);
        }
        assertThat(stranger.run("mv", anothers, "/").code()).isEqualTo(4);
        assertThat(stranger.run("tag", anothers, "+x").code()).isEqualTo(4);
        assertThat(owner.run("show", UUID.randomUUID().toString()).code()).isEqualTo(4);
        assertThat(stranger.run("mv", anothers, "Nowhere").code()).isEqualTo(4);
        assertThat(owner.run("cat", anothers).out()).isEqualTo("one\n");
    }

    private static byte[] largeFile(CommandLine artifactor) throws IOException {
        byte[] content = new byte[LARGE];
        new Random(7).nextBytes(content);
        Files.write(artifactor.folder().resolve("large.bin"), content);
        return content;
    }

    private static void assertIsThere(CommandLine artifactor, byte[] content) throws IOException {
        String id = artifactor.run("ls").out().split("\t")[0];
        Result got = artifactor.run("get", id, "-o", "copy.bin");
        assertThat(got.code()).as(got.err()).isZero();
        assertThat(artifactor.folder().resolve("copy.bin")).hasBinaryContent(content);
        assertThat(artifactor.run("ls").out().getBytes(StandardCharsets.UTF_8))
                .containsOnlyOnce('\n');
    }
}
