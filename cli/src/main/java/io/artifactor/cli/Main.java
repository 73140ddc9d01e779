package io.artifactor.cli;

/** Where the program starts and ends. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Artifactor.commandLine(Surroundings.ofProcess()).execute(arguments));
    }
}
