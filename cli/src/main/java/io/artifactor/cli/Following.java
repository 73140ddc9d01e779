package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether the end of what the server does is waited for, and how. */
final class Following {

    @Option(names = "--no-wait", description = "Only begin it.")
    private boolean noWait;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description =
                    "How long to go on asking while the server is away (default: ${DEFAULT-VALUE}).")
    private long patience;

    boolean isWanted() {
        return !noWait;
    }

    /** Waits for the end of an operation, prints what came of it, and judges it. */
    ExitCode toTheEnd(ServerCommand command, String path) {
        Artifactor artifactor = command.artifactor();
        JsonNode ended =
                new OperationWatch(
                                artifactor.client(),
                                artifactor.surroundings(),
                                Duration.ofSeconds(patience))
                        .until(path, Duration.ZERO);
        command.show(ended, () -> OperationWatch.describe(command.terminal(), ended));
        return OperationWatch.verdict(ended);
    }
}
