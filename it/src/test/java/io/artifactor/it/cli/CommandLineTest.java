package io.artifactor.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.cli.CommandLine.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The stage of a test of the command line: a folder, and users who are signed in there. */
abstract class CommandLineTest extends ServerTest {

    @TempDir Path folder;

    /** Signed in as the user, with a configuration and a working folder of their own. */
    CommandLine signedIn(TestingUser user) {
        try {
            Path own = Files.createDirectories(folder.resolve(user.username()));
            CommandLine artifactor = new CommandLine(own, RunningServer.stack().url());
            Result login =
                    artifactor.runWith(
                            user.password() + "\n",
                            "login",
                            "--username",
                            user.username(),
                            "--password-stdin");
            assertThat(login.code()).as(login.err()).isZero();
            return artifactor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it, sees that it went well, and gives the first column of its first line. */
    static String first(CommandLine artifactor, String... arguments) {
        Result result = artifactor.run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out().strip().split("[\t\n]")[0];
    }
}
