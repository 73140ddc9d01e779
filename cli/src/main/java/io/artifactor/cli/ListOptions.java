package io.artifactor.cli;

import picocli.CommandLine.Option;

/** How much of a list is wanted. */
final class ListOptions {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private long limit;

    @Option(names = "--all", description = "All there are.")
    private boolean all;

    long most() {
        if (limit < 1) {
            throw Failure.usage("--limit has to be 1 or more, and is " + limit);
        }
        return all ? Long.MAX_VALUE : limit;
    }
}
