package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documents run as they stand. */
class ExamplesIT extends ServerTest {

    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir private Path folder;

    @Test
    void theExamplesOfTheInterfaceRun() throws Exception {
        TestingUser user = newUser();

        String said = run(user, Path.of("../docs/api.md"));

        assertThat(said)
                .contains(
                        "Merge sort, stable",
                        "def sort",
                        "\"total\":1",
                        "\"code\":\"invalid-input\"");
        assertThat(as(user).queryParam("total", true).get("/artifacts").<Integer>path("total"))
                .as("the note was added once")
                .isEqualTo(2);
    }

    @Test
    void theExamplesOfTheLibraryRun() throws Exception {
        String said = run(newUser(), Path.of("../docs/library.md"));

        assertThat(said)
                .contains(
                        "Algorithms/Sorting",
                        "\"name\":\"Recipes\"",
                        "\"artifactCount\":1",
                        "{\"title\":\"Merge sort\",\"favourite\":true}",
                        "\"properties\":{\"stars\":5}");
    }

    @Test
    void theExamplesOfSharingRun() throws Exception {
        String said = run(newUser(), Path.of("../docs/sharing.md"));

        assertThat(said).contains("\"title\":\"Figures\"", "\"passwordNeeded\":false", "1,2,3");
    }

    private String run(TestingUser user, Path document) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", examples(document));
        shell.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        shell.environment().put("ARTIFACTOR", RunningServer.stack().url());
        shell.environment().put("USERNAME", user.username());
        shell.environment().put("PASSWORD", user.password());
        shell.environment().put("TOKEN", user.token());

        Process process = shell.start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("finished").isTrue();
        String said = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String examples(Path document) throws IOException {
        StringBuilder script = new StringBuilder();
        Matcher example = EXAMPLE.matcher(Files.readString(document, UTF_8));
        while (example.find()) {
            script.append(example.group(1)).append("echo\n");
        }
        assertThat(script).isNotEmpty();
        return script.toString();
    }
}
