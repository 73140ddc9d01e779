package io.artifactor.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What guests must know besides a link. Never an argument: others see those of a process. */
final class GuestPassword {

    @Option(names = "--password", description = "Ask for a password that guests must know.")
    private boolean asked;

    @Option(
            names = "--password-stdin",
            description = "Read that password from the first line of the standard input.")
    private boolean stdin;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Read that password from a file only you may read.")
    private @Nullable Path file;

    Optional<String> read(Terminal terminal) {
        if (file != null) {
            return Optional.of(new SecretFile(file).line());
        }
        if (stdin) {
            return Optional.of(terminal.readLine());
        }
        if (!asked) {
            return Optional.empty();
        }
        if (!terminal.screen().interactive()) {
            throw Failure.usage("Without a terminal, give --password-stdin or --password-file");
        }
        return Optional.of(SignIn.askTwice(terminal, "Password for guests: "));
    }
}
