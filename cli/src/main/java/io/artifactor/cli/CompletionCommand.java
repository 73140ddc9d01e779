package io.artifactor.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete this command's arguments. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {
            "  source <(artifactor completion)",
            "  artifactor completion > ~/.local/share/bash-completion/completions/artifactor"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.text(AutoComplete.bash(spec.root().name(), spec.root().commandLine()) + "\n");
        return ExitCode.OK.number();
    }
}
